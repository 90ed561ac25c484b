/** The parts of the van's page, found once. Throws where the page is not the desk. */
export function findPage(root: HTMLElement) {
  const words: unknown = JSON.parse(root.dataset['words'] ?? '{}');
  const find = <T extends HTMLElement>(selector: string): T => {
    const found = root.querySelector<T>(selector);
    if (found === null) throw new Error(`the page has no ${selector}`);
    return found;
  };
  const said = find('#van-said');
  return {
    root,
    line: find('#van-line'),
    book: find('#van-book'),
    begin: find<HTMLFormElement>('#van-begin'),
    unlock: find<HTMLFormElement>('#van-unlock'),
    desk: find('#van-desk'),
    service: find<HTMLSelectElement>('#van-service'),
    form: find('#van-form'),
    entries: find('#van-entries'),
    count: find('#van-count'),
    list: find('#van-list'),
    merge: find<HTMLButtonElement>('[name=merge]'),
    leave: find<HTMLButtonElement>('[name=leave]'),
    receipt: find('#van-receipt'),
    /** A sentence of the page with its values. */
    word(key: string, values: Readonly<Record<string, string | number>> = {}): string {
      const text = typeof words === 'object' && words !== null ? Reflect.get(words, key) : undefined;
      const sentence = typeof text === 'string' ? text : key;
      return sentence.replaceAll(/\[(\w+)\]/g, (_, name: string) => String(values[name] ?? ''));
    },
    say(text: string): void {
      said.textContent = text;
      said.hidden = text === '';
    },
  };
}

export type VanPage = ReturnType<typeof findPage>;
