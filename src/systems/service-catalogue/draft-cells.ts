import { z } from 'zod';
import en from './messages/en.json' with { type: 'json' };
import uk from './messages/uk.json' with { type: 'json' };
import { formCell, formLines, readinessCell, readinessLines, stageCell, stageLines } from './part-cells.ts';
import { CATEGORIES, REPORT_GROUPS, SECTORS, TERM_UNITS } from './service.ts';
import { type ServiceDraft, serviceDraftSchema } from './service-draft.ts';

/** The columns of the sheet and the fields of the form, in their order. */
export const CELL_FIELDS = [
  'code',
  'validFrom',
  'validTo',
  'name',
  'nameEn',
  'sector',
  'category',
  'reportGroup',
  'providers',
  'termValue',
  'termUnit',
  'termArticle',
  'feeKind',
  'feeValue',
  'feeNote',
  'averageMinutes',
  'everydayWords',
  'lifeEvents',
  'documents',
  'result',
  'online',
  'registryId',
  'kioskGroup',
  'planCode',
  'stages',
  'readiness',
  'form',
  'forWhom',
  'summary',
  'grounds',
  'cardDocuments',
  'filing',
  'paid',
  'feeGround',
  'feeAmount',
  'termText',
  'refusalGrounds',
  'cardResult',
  'waysOfReceiving',
  'laws',
  'cabinetActs',
  'centralActs',
  'localActs',
  'note',
] as const;
export type CellField = (typeof CELL_FIELDS)[number];
export type DraftCells = Readonly<Record<CellField, string>>;

/** Fields of the information card. */
export const CARD_FIELDS = CELL_FIELDS.slice(CELL_FIELDS.indexOf('forWhom'));
/** Cells with one item a line. */
export const LIST_FIELDS: ReadonlySet<CellField> = new Set<CellField>([
  'providers',
  'everydayWords',
  'lifeEvents',
  'documents',
  'stages',
  'readiness',
  'form',
  'cardDocuments',
  'refusalGrounds',
  'waysOfReceiving',
  'laws',
  'cabinetActs',
  'centralActs',
  'localActs',
]);

export const CELL_CHOICES = {
  sector: SECTORS,
  category: CATEGORIES,
  reportGroup: REPORT_GROUPS,
  termUnit: TERM_UNITS,
  feeKind: ['share', 'fixed'],
} as const;

/** Where an empty cell leaves a part as it was, this takes it away. */
const NONE = '–';

/** A draft as texts: what stands in a row of the sheet and in the fields of the form. */
export function cellsOf(draft: ServiceDraft): DraftCells {
  const { card, term, fee } = draft;
  return {
    ...draft,
    validTo: draft.validTo ?? '',
    registryId: draft.registryId ?? '',
    online: draft.online ?? '',
    providers: draft.providers.join('\n'),
    termValue: String(term.value),
    termUnit: term.unit,
    termArticle: term.article,
    feeKind: fee?.kind ?? '',
    feeValue: fee === null ? '' : fee.kind === 'share' ? String(fee.percent) : fee.amount,
    feeNote: fee?.note ?? '',
    averageMinutes: String(draft.averageMinutes),
    everydayWords: draft.everydayWords.join('\n'),
    lifeEvents: draft.lifeEvents.join('\n'),
    documents: draft.documents.join('\n'),
    kioskGroup: said(draft.kioskGroup),
    planCode: said(draft.planCode),
    stages: draft.stages === undefined ? '' : stageCell(draft.stages),
    readiness: draft.readiness === undefined ? '' : readinessCell(draft.readiness),
    form: draft.form === undefined ? '' : formCell(draft.form),
    forWhom: card?.forWhom ?? '',
    summary: card?.summary ?? '',
    grounds: card?.grounds ?? '',
    cardDocuments: card?.documents.map(documentLine).join('\n') ?? '',
    filing: card?.filing ?? '',
    paid: card?.paid ?? '',
    feeGround: card?.feeGround ?? '',
    feeAmount: card?.feeAmount ?? '',
    termText: card?.termText ?? '',
    refusalGrounds: card?.refusalGrounds.join('\n') ?? '',
    cardResult: card?.result ?? '',
    waysOfReceiving: card?.waysOfReceiving.join('\n') ?? '',
    laws: card?.laws.join('\n') ?? '',
    cabinetActs: card?.cabinetActs.join('\n') ?? '',
    centralActs: card?.centralActs.join('\n') ?? '',
    localActs: card?.localActs.join('\n') ?? '',
    note: card?.note ?? '',
  };
}

type CardDocument = NonNullable<ServiceDraft['card']>['documents'][number];

/** «Паспорт | original | required | умова | примітка» */
function documentLine({ name, kind, required, condition, note }: CardDocument): string {
  return [name, kind, required ? 'required' : 'optional', condition ?? '', note ?? '']
    .join(' | ')
    .replace(/( \| )+$/, '');
}

const cell = z.string().default('');
const number = (key: string) =>
  z.string({ error: key }).transform((value, context) => {
    const parsed = Number(value.replace(',', '.'));
    if (value !== '' && Number.isFinite(parsed)) return parsed;
    context.addIssue({ code: 'custom', message: key, path: [] });
    return z.NEVER;
  });

/** A choice by its code or by its words in either language, as an export or a person wrote it. */
function choice<const F extends keyof typeof CELL_CHOICES>(field: F, optional = false) {
  const codes: readonly string[] = CELL_CHOICES[field];
  const known = new Map(
    [uk, en].flatMap((words) =>
      Object.entries(words.choices[field]).map(([code, label]) => [label.toLowerCase(), code] as const),
    ),
  );
  return cell.transform((value, context) => {
    const code = codes.find((one) => one === value) ?? known.get(value.toLowerCase());
    if (code !== undefined || (optional && value === '')) return code ?? '';
    context.addIssue({ code: 'custom', message: `service-catalogue:input.choice.${field}` });
    return z.NEVER;
  });
}

const lines = cell.transform((value) =>
  value
    .split(/\r?\n/)
    .map((line) => line.trim())
    .filter((line) => line !== ''),
);

const documentLines = lines.transform((all, context) =>
  all.map((line) => {
    const [name = '', kind = '', need = '', condition = '', note = ''] = line
      .split('|')
      .map((part) => part.trim());
    const isKnown = ['original', 'copy', 'form'].includes(kind) && ['required', 'optional'].includes(need);
    if (name === '' || !isKnown)
      context.addIssue({ code: 'custom', message: 'service-catalogue:input.cardDocument' });
    return { name, kind, required: need === 'required', condition: condition || null, note: note || null };
  }),
);

const cells = z.object({
  code: cell,
  validFrom: cell,
  validTo: cell,
  name: cell,
  nameEn: cell,
  sector: choice('sector'),
  category: choice('category'),
  reportGroup: choice('reportGroup'),
  providers: lines,
  termValue: number('service-catalogue:input.term'),
  termUnit: choice('termUnit'),
  termArticle: cell,
  feeKind: choice('feeKind', true),
  feeValue: cell,
  feeNote: cell,
  averageMinutes: number('service-catalogue:input.minutes'),
  everydayWords: lines,
  lifeEvents: lines,
  documents: lines,
  result: cell,
  online: cell,
  registryId: cell,
  kioskGroup: cell,
  planCode: cell,
  stages: stageLines,
  readiness: readinessLines,
  form: formLines,
  forWhom: cell,
  summary: cell,
  grounds: cell,
  cardDocuments: documentLines,
  filing: cell,
  paid: cell,
  feeGround: cell,
  feeAmount: cell,
  termText: cell,
  refusalGrounds: lines,
  cardResult: cell,
  waysOfReceiving: lines,
  laws: lines,
  cabinetActs: lines,
  centralActs: lines,
  localActs: lines,
  note: cell,
});

/** Names of a draft's fields as the cells are called, so that each complaint stands at its own cell. */
const CELL_OF: Readonly<Record<string, CellField>> = {
  'term.value': 'termValue',
  'term.unit': 'termUnit',
  'term.article': 'termArticle',
  'fee.percent': 'feeValue',
  'fee.amount': 'feeValue',
  'fee.kind': 'feeKind',
  fee: 'feeKind',
  'card.documents': 'cardDocuments',
  'card.result': 'cardResult',
};

function said(code: string | null | undefined): string {
  return code === undefined ? '' : (code ?? NONE);
}

/** Code of a kiosk group or a plan: nothing said, none, or the code. */
function unsaid(text: string): string | null | undefined {
  return text === '' ? undefined : text === NONE ? null : text;
}

/** Reads a draft out of texts; complaints bear the names of the cells. */
export const draftFromCells = cells.transform((given, context): ServiceDraft => {
  const parsed = serviceDraftSchema.safeParse(assemble(given));
  if (parsed.success) return parsed.data;
  for (const issue of parsed.error.issues) {
    const path = issue.path.join('.');
    const name =
      CELL_OF[path] ??
      CELL_OF[issue.path.slice(0, 2).join('.')] ??
      path.replace(/^card\./, '').split('.')[0] ??
      '';
    const message = issue.message.startsWith('service-catalogue:')
      ? issue.message
      : 'service-catalogue:input.wrong';
    context.addIssue({ code: 'custom', message, path: [name] });
  }
  return z.NEVER;
});

export const cellField = (path: string): CellField | undefined =>
  CELL_FIELDS.find((field) => field === (CELL_OF[path] ?? path.replace(/^card\./, '')));

/** What the cells say, in the draft's shape; the draft's own schema judges it. */
function assemble(given: z.output<typeof cells>): unknown {
  const optional = (text: string) => (text === '' ? null : text);
  const { termValue, termUnit, termArticle, feeKind, feeValue, feeNote, cardDocuments, cardResult, ...rest } =
    given;
  const amount = Number(feeValue.replace(',', '.').replace(/\s/g, ''));
  const fees = {
    '': null,
    share: {
      kind: 'share',
      percent: feeValue === '' ? null : amount,
      base: 'subsistence-minimum-able-bodied',
      note: feeNote,
    },
    fixed: {
      kind: 'fixed',
      amount: feeValue === '' || Number.isNaN(amount) ? '' : amount.toFixed(2),
      note: feeNote,
    },
  };
  const card = {
    ...rest,
    documents: cardDocuments,
    result: cardResult,
    feeGround: optional(rest.feeGround),
    feeAmount: optional(rest.feeAmount),
    note: optional(rest.note),
  };
  return {
    ...rest,
    validTo: optional(rest.validTo),
    registryId: optional(rest.registryId),
    online: optional(rest.online),
    kioskGroup: unsaid(rest.kioskGroup),
    planCode: unsaid(rest.planCode),
    term: { value: termValue, unit: termUnit, article: termArticle },
    fee: fees[feeKind === 'share' || feeKind === 'fixed' ? feeKind : ''],
    // A card begins with the words for whom the service is; without them there is none.
    card: rest.forWhom === '' ? null : card,
  };
}
