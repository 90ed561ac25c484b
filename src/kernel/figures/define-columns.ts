import type { Dimension, Figure } from './figure.ts';

/** A column of the facts that is shown when a cell is opened. */
export function column(name: string, uk: string, en: string): Figure['columns'][number] {
  return { column: name, title: { uk, en } };
}

/** How a dimension's columns differ from `<name>`, `<name>_label` and `<name>_label_en`. */
interface Unusual {
  readonly code?: string;
  readonly label?: string;
  /** False: the facts have the label in Ukrainian only. */
  readonly english?: false;
  readonly fine?: true;
}

export function dimension(
  name: string,
  uk: string,
  en: string,
  { code = name, label = `${name}_label`, english, fine }: Unusual = {},
): Dimension {
  return {
    name,
    title: { uk, en },
    code,
    label,
    ...(english === false ? {} : { labelEn: `${label}_en` }),
    ...(fine === undefined ? {} : { fine }),
  };
}
