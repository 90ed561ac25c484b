import type { Figure } from '../../kernel/figures/figure.ts';
import { applicationsFigures } from '../applications/index.ts';
import { communityRegisterFigures } from '../community-register/index.ts';
import { complexServicesFigures } from '../complex-services/index.ts';
import { queueFigures } from '../queue/index.ts';
import { ratingsFigures } from '../ratings/index.ts';
import { serviceCatalogueFigures } from '../service-catalogue/index.ts';

const FIGURES: readonly Figure[] = [
  applicationsFigures,
  communityRegisterFigures,
  complexServicesFigures,
  queueFigures,
  ratingsFigures,
  serviceCatalogueFigures,
].flatMap((figures) => Object.values<Figure>(figures));

/** A figure of the systems that the report stands on. */
export function getCityFigure(id: string): Figure {
  const figure = FIGURES.find((one) => one.id === id);
  if (figure === undefined) throw new Error(`The report asks for the figure ${id}, which no system declares`);
  return figure;
}
