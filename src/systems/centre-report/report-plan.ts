import { type Arrangement, NOT_ITEMISED, type PlannedPart } from '../../kernel/figures/report/arrangement.ts';
import { getCityFigure } from './city-figures.ts';

const SECTORS: PlannedPart = {
  by: 'sector',
  order: ['registration', 'social', 'administrative'],
  last: [NOT_ITEMISED, ''],
};
const MONTHS: PlannedPart = { by: 'month' };

/** The yearly report of the Centre: an arrangement of figures and nothing else. */
export const CENTRE_REPORT: Arrangement = {
  system: 'centre-report',
  blocks: [
    {
      name: 'visitors',
      figure: getCityFigure('queue.visitors'),
      compare: 'year-before',
      parts: [SECTORS, MONTHS],
    },
    {
      name: 'applications',
      figure: getCityFigure('applications.registered'),
      compare: 'year-before',
      parts: [
        {
          by: 'report-group',
          order: [
            'residence-registration',
            'administrative',
            'business-registration',
            'property-registration',
            'pension',
            'social-fortechnyi',
            'social-podilskyi',
          ],
          last: [NOT_ITEMISED, ''],
        },
        SECTORS,
        MONTHS,
        { by: 'service', top: 20, last: [NOT_ITEMISED, ''] },
        { by: 'provider', top: 40, last: [NOT_ITEMISED, ''] },
      ],
    },
    {
      name: 'consultations',
      figure: getCityFigure('applications.consultations'),
      compare: 'year-before',
      parts: [SECTORS, MONTHS],
    },
    {
      name: 'residents',
      figure: getCityFigure('community-register.entered'),
      compare: 'year-before',
      parts: [MONTHS],
    },
    {
      name: 'services',
      figure: getCityFigure('service-catalogue.services'),
      compare: 'start-of-year',
      parts: [{ by: 'category', order: ['administrative', 'social', 'pension'] }, SECTORS],
    },
    {
      name: 'providers',
      figure: getCityFigure('service-catalogue.providers'),
      compare: 'start-of-year',
      parts: [{ by: 'kind', order: ['council-executive', 'state-territorial'] }],
    },
    {
      name: 'terms',
      figure: getCityFigure('applications.decided-in-term'),
      compare: 'year-before',
      parts: [SECTORS, { by: 'provider', top: 40, last: [NOT_ITEMISED, ''] }],
    },
    {
      name: 'complex',
      figure: getCityFigure('complex-services.filed'),
      compare: 'year-before',
      parts: [{ by: 'plan' }, { by: 'channel' }, MONTHS],
    },
    {
      name: 'complex-parts',
      figure: getCityFigure('complex-services.parts'),
      compare: 'year-before',
      parts: [{ by: 'outcome' }, { by: 'provider', top: 40 }],
    },
    {
      name: 'complex-kept',
      figure: getCityFigure('complex-services.promise-kept'),
      compare: 'year-before',
      parts: [{ by: 'plan' }],
    },
    {
      name: 'waiting',
      figure: getCityFigure('queue.wait-minutes'),
      compare: 'year-before',
      parts: [SECTORS],
    },
    {
      name: 'ratings',
      figure: getCityFigure('ratings.positive'),
      compare: 'year-before',
      parts: [SECTORS, MONTHS],
    },
  ],
};
