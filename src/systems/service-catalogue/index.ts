/** The one door of the service catalogue for other systems. */
export {
  /** The body that gives the service: the named one, or the first. */
  chooseProvider,
  /** The version of a service in force on a date, or undefined. */
  findService,
  /** The version of a service in force on a date; refuses (404) when there is none. */
  getService,
  /** The amounts that fees in per cent are counted from. */
  listBaseAmounts,
  /** All services in force on a date. */
  listServices,
  /** Life events in the order of the home page. */
  listLifeEvents,
  /** Names of services and what to bring, by codes; one that is no more keeps its code for a name. */
  tellServices,
  /** Services in force that fit a person's words, best first. */
  searchServices,
} from './catalogue.ts';
/** Life events to choose from, for the citizens' home page. */
export { LifeEventTiles } from './public/life-event-tiles.tsx';
/** How many services and bodies there are. */
export { serviceCatalogueFigures } from './figures.ts';
/** Ids of the demo city's bodies, made from their codes. */
export { seededId } from './seed.ts';
export type { Sector, Service, ServiceProvider } from './service.ts';
/** Questions of a service's own form, and answers to them. */
export {
  type Answers,
  answersShape,
  type FormField,
  formFieldSchema,
  isAsked,
  serviceFormSchema,
} from './service-form.ts';
export {
  /** Name of a question's field in a posted form. */
  answerField,
  /** Judges answers; messages are keys, issues are at the question's name. */
  answersSchema,
  /** The same for a deed: throws InvalidInput with the sentences at `answers.<question>`. */
  judgeAnswers,
  /** Answers out of a posted form. */
  readAnswers,
} from './answer-rules.ts';
/** The questions as fields of a form. */
export { ServiceFields } from './public/service-fields.tsx';
export { isFiledOnline, SECTORS, termSchema } from './service.ts';
/** For what people are most often sent away: counted elsewhere, shown on the service's page. */
export { type CountedReason, keepFrequentReasons, LEAST_REASONS } from './frequent-reasons.ts';
/** «30 календарних днів». */
export { termWords } from './service-words.ts';
/** Coded reasons by which a body may refuse. */
export { listRefusalReasons } from './service-store.ts';
/** Life events in their order, with the person's words for them. */
export { type LifeEvent, readLifeEvents } from './service-store.ts';
export type { BaseAmount } from './price.ts';
export type { ServiceFee } from './service.ts';
