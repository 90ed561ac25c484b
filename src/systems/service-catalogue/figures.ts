import { column, dimension } from '../../kernel/figures/define-columns.ts';
import type { Figure } from '../../kernel/figures/figure.ts';

const COLUMNS = [
  column('code', 'Код', 'Code'),
  column('name', 'Назва', 'Name'),
  column('valid_from', 'Надається з', 'Given since'),
] as const;

const servicesFigure: Figure = {
  id: 'service-catalogue.services',
  title: { uk: 'Послуги Центру', en: 'Services of the Centre' },
  unit: { uk: 'послуг', en: 'services' },
  definition: {
    uk: 'Скільки послуг Центр надає на останній день періоду: версії послуг, чинні того дня.',
    en: 'How many services the Centre gives on the last day of the period: versions in force on that day.',
  },
  facts: 'service_catalogue.services_facts',
  measure: { kind: 'count' },
  period: 'at-end',
  dimensions: [
    dimension('category', 'Вид', 'Kind', { english: false }),
    dimension('sector', 'Сектор', 'Sector', { english: false }),
  ],
  columns: COLUMNS,
  suppressBelow: 0,
};

const providersFigure: Figure = {
  id: 'service-catalogue.providers',
  title: { uk: 'Суб’єкти надання послуг', en: 'Bodies that provide services' },
  unit: { uk: 'органів', en: 'bodies' },
  definition: {
    uk: 'Скільки виконавчих органів ради й територіальних органів влади надають послуги через Центр на останній день періоду.',
    en: 'How many executive bodies of the council and territorial state bodies work through the Centre on the last day of the period.',
  },
  facts: 'service_catalogue.providers_facts',
  measure: { kind: 'count' },
  period: 'at-end',
  dimensions: [dimension('kind', 'Належність', 'Belongs to', { english: false })],
  columns: COLUMNS,
  suppressBelow: 0,
};

export const serviceCatalogueFigures: readonly Figure[] = [servicesFigure, providersFigure];
