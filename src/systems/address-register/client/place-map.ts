import L from 'leaflet';
import { openSheet } from '../../../kernel/page/client/parts/sheet-map.ts';

/** Places on the sheet of the community: shown, or chosen by an address or a point. */
for (const box of document.querySelectorAll<HTMLElement>('.place-map[data-lat]')) void show(box);
for (const field of document.querySelectorAll<HTMLElement>('[data-place]')) choose(field);

interface Point {
  readonly lat: number;
  readonly lng: number;
}

interface Found {
  readonly line: string;
  readonly lat: number | null;
  readonly lon: number | null;
}

async function show(box: HTMLElement): Promise<void> {
  const { map } = await openSheet(box);
  const at: L.LatLngTuple = [Number(box.dataset['lat']), Number(box.dataset['lon'])];
  mark(at).addTo(map);
  map.setView(at, Math.max(map.getZoom(), 13));
}

function mark(at: L.LatLngExpression): L.CircleMarker {
  return L.circleMarker(at, { radius: 10, className: 'map-place place-chosen-point' });
}

interface Parts {
  readonly words: HTMLInputElement;
  readonly lat: HTMLInputElement;
  readonly lon: HTMLInputElement;
  readonly details: HTMLDetailsElement;
  readonly box: HTMLElement;
  readonly said: HTMLElement;
}

function partsOf(field: HTMLElement): Parts | null {
  const name = field.dataset['place'] ?? '';
  const input = (of: string) => field.querySelector<HTMLInputElement>(`input[name="${of}"]`);
  const [words, lat, lon] = [input(name), input(`${name}.lat`), input(`${name}.lon`)];
  const details = field.querySelector<HTMLDetailsElement>('.place-map-box');
  const box = field.querySelector<HTMLElement>('.place-map');
  const said = field.querySelector<HTMLElement>('.place-chosen');
  return words && lat && lon && details && box && said ? { words, lat, lon, details, box, said } : null;
}

/** The map is drawn when it is unfolded: most people write the address. */
function choose(field: HTMLElement): void {
  const parts = partsOf(field);
  if (parts === null) return;
  const { lat, lon, details, box, said } = parts;
  let map: L.Map | undefined;
  let point: L.CircleMarker | undefined;

  function put(at: Point | null): void {
    point?.remove();
    lat.value = at === null ? '' : at.lat.toFixed(6);
    lon.value = at === null ? '' : at.lng.toFixed(6);
    said.textContent = at === null ? '' : (said.dataset['chosen'] ?? '');
    if (at !== null && map !== undefined) point = mark(at).addTo(map);
  }

  async function unfold(): Promise<void> {
    if (!details.open || map !== undefined) return;
    ({ map } = await openSheet(box));
    map.on('click', ({ latlng }) => put(latlng));
    // By keyboard: the arrows move the sheet, Enter takes its middle.
    box.addEventListener('keydown', (event) => {
      if (event.key !== 'Enter' || map === undefined) return;
      event.preventDefault();
      put(map.getCenter());
    });
    if (lat.value !== '') put({ lat: Number(lat.value), lng: Number(lon.value) });
  }

  details.hidden = false;
  details.addEventListener('toggle', () => void unfold());
  suggest(parts, put);
}

const PAUSE_MS = 250;

/** Addresses of the register under the field; a chosen one brings its point. */
function suggest({ words }: Parts, put: (at: Point | null) => void): void {
  const list = document.createElement('datalist');
  list.id = `${words.id}-addresses`;
  words.after(list);
  words.setAttribute('list', list.id);
  let found: readonly Found[] = [];
  let timer = 0;
  words.addEventListener('input', () => {
    const chosen = found.find(({ line }) => line === words.value);
    if (chosen !== undefined) {
      put(chosen.lat === null || chosen.lon === null ? null : { lat: chosen.lat, lng: chosen.lon });
      return;
    }
    clearTimeout(timer);
    timer = window.setTimeout(() => {
      void search(words.value).then((addresses) => {
        found = addresses;
        list.replaceChildren(...addresses.map(({ line }) => new Option(line, line)));
      });
    }, PAUSE_MS);
  });
}

async function search(words: string): Promise<readonly Found[]> {
  if (words.trim().length < 3) return [];
  const query = new URLSearchParams({ words: words.slice(0, 200), limit: '6' });
  const answer = await fetch(`/api/queries/address-register.search-addresses?${query.toString()}`);
  return answer.ok ? (await answer.json()).addresses : [];
}
