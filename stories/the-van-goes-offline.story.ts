import { expect, it } from 'vitest';
import { act, ask } from './support/ask-city.ts';
import { Person } from './support/person.ts';
import { addDevice } from '../src/systems/devices/actions/add-device.ts';
import { listArrivals } from '../src/systems/mobile-office/queries/list-arrivals.ts';

const PIN = 'дорога-до-Нового';

const PEOPLE = [
  ['Гнатюк Оксана Василівна', '1759013776'],
  ['Ткаченко Петро Іванович', '1759013776'],
  ['Мельник Ганна Степанівна', '1759013776'],
] as const;

/** A laptop of the van, enrolled, with its administrator signed in. */
async function comesToTheVan(): Promise<Person> {
  const { code } = await act(addDevice, { kind: 'van', name: 'Ноутбук фургона' }, 'it');
  const iryna = await Person.signsInAs('iryna in the van', 'administrator-04');
  await iryna.goes('/device');
  await iryna.sees('Підключити пристрій');
  await iryna.writes('Код пристрою', code);
  await iryna.clicks('Підключити');
  await iryna.page.waitForURL(/\/desk\/van/);
  return iryna;
}

async function registers(iryna: Person, name: string, code: string): Promise<string> {
  await iryna.field('Послуга').selectOption('01-01');
  await iryna.writes(/ім’я|назва/i, name);
  await iryna.field(/РНОКПП/).fill(code);
  await iryna.page.locator('#van-register button[type=submit]').click();
  await iryna.page.locator('#van-register').waitFor({ state: 'detached' });
  await iryna.finds(/Зареєстровано за номером/);
  return (await iryna.page.locator('#van-receipt .receipt-number').innerText()).trim();
}

/** system: mobile-office */
it('the van goes offline: three applications on the road, merged once at home', async () => {
  const iryna = await comesToTheVan();
  const { page } = iryna;
  await iryna.sees('Стіл мобільного офісу', 'Книги номерів ще немає');
  await iryna.writes('PIN на день', PIN);
  await iryna.writes('PIN ще раз', PIN);
  await iryna.clicks('Почати день');
  await iryna.sees(/Книга ЦНАП-В\d\d належить лише цьому ноутбуку/, 'Усе передано.');
  await page.evaluate(async () => {
    await navigator.serviceWorker.ready;
    while ((await (await caches.open('van')).match('/desk/van')) === undefined)
      await new Promise((r) => setTimeout(r, 100));
  });

  const context = page.context();
  await context.setOffline(true);
  await iryna.finds('Мережі немає, працюємо далі');
  const [oksana, petro, hanna] = PEOPLE;
  const numbers = [await registers(iryna, ...oksana)];
  await iryna.sees('Чекають на передачу: 1', 'Надрукувати квитанцію');

  // The laptop is opened anew in the field: everything is still there, behind the PIN.
  await page.reload();
  await iryna.finds('Мережі немає, працюємо далі');
  expect(await page.locator('#van-list').isVisible()).toBe(false);
  expect(await readDisk(iryna)).not.toContain('Гнатюк');
  await iryna.writes('PIN', 'не той');
  await iryna.clicks('Відкрити стіл');
  await iryna.finds('PIN не підходить');
  await iryna.writes('PIN', PIN);
  await iryna.clicks('Відкрити стіл');
  await iryna.finds('Чекають на передачу: 1');
  await iryna.field('Послуга').selectOption('01-01');
  await iryna.writes(/ім’я|назва/i, petro[0]);
  await iryna.field(/РНОКПП/).fill('1234567890');
  await page.locator('#van-register button[type=submit]').click();
  await iryna.sees(/остання з них контрольна/);
  numbers.push(await registers(iryna, ...petro));
  numbers.push(await registers(iryna, ...hanna));
  expect(numbers.map((number) => number.slice(-6))).toEqual(['000001', '000002', '000003']);
  expect(new Set(numbers.map((number) => number.slice(0, 8))).size).toBe(1);
  await iryna.clicks('Передати до Центру');
  await iryna.finds(/Центр не відповідає/);
  await iryna.finds('Чекають на передачу: 3');

  // At home: the line breaks after the first answer was lost on its way, and she presses again.
  let lost = 0;
  await context.setOffline(false);
  await page.route('**/desk/van/merge', async (route) => {
    await route.fetch();
    lost += 1;
    await route.abort();
  });
  await iryna.clicks('Передати до Центру');
  await iryna.finds(/Центр не відповідає/);
  expect(lost).toBe(1);
  await page.unroute('**/desk/van/merge');
  await iryna.clicks('Передати до Центру');
  // The broken requests are this story's own, so the page is not looked at for them.
  await iryna.finds('Передано й зареєстровано: 3.');
  await iryna.finds('Усе передано.');
  expect(await readDisk(iryna)).not.toContain('sealed data');

  const { arrivals } = await ask(listArrivals, {}, 'head');
  const own = arrivals.filter(({ number }) => numbers.includes(number));
  expect(own.map(({ number, state }) => `${number} ${state}`).toSorted()).toEqual(
    numbers.map((number) => `${number} registered`),
  );

  const head = await Person.signsIn('head of the van', 'Керівник центру');
  await head.goes('/desk/mobile');
  await head.sees('Розклад мобільного офісу', 'Нова зупинка');
  await head.goes('/desk/mobile/arrivals');
  await head.sees('Заяви з мобільного офісу', numbers[2] ?? '');
  await head.clicks(numbers[0] ?? '');
  await head.sees(numbers[0] ?? '', 'Гнатюк Оксана Василівна');

  const resident = await Person.comes('a villager', 'phone', '/mobile');
  await resident.page.locator('.leaflet-interactive').first().waitFor();
  await resident.sees('Центр приїде до вас', 'Віддалені робочі місця', 'Нове');
  for (const person of [iryna, head, resident]) await person.leaves();
});

/** All that lies in the browser's own database, as text; bytes as they are. */
async function readDisk(person: Person): Promise<string> {
  return person.page.evaluate(async () => {
    const database = await new Promise<IDBDatabase>((done, failed) => {
      const opening = indexedDB.open('van');
      opening.onsuccess = () => done(opening.result);
      opening.onerror = () => failed(new Error('the database does not open'));
    });
    const rows = await new Promise<readonly { sealed: { data: ArrayBuffer } | null }[]>((done) => {
      const asking = database.transaction('entries').objectStore('entries').getAll();
      asking.onsuccess = () => done(asking.result);
    });
    database.close();
    const words = rows.map(({ sealed, ...open }) => {
      const bytes = sealed === null ? '' : `sealed data ${new TextDecoder().decode(sealed.data)}`;
      return JSON.stringify(open) + bytes;
    });
    return words.join('\n');
  });
}
