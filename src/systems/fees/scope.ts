import { z } from 'zod';

/** What a rule holds for: `*` all services, `01` a group of the catalogue, `01-01` one service. */
export const scopeInput = z
  .string()
  .trim()
  .regex(/^(\*|\d{2}|\d{2}-\d{2,3})$/, 'fees:input.scopeWrong');

export function isInScope(scope: string, serviceCode: string): boolean {
  return scope === '*' || scope === serviceCode || serviceCode.startsWith(`${scope}-`);
}

/** Of the rules that hold for a service those of the narrowest scope; the longer the code, the narrower. */
export function narrowest<Rule extends { readonly scope: string }>(
  rules: readonly Rule[],
  serviceCode: string,
): readonly Rule[] {
  const fitting = rules.filter(({ scope }) => isInScope(scope, serviceCode));
  const longest = Math.max(...fitting.map(({ scope }) => scope.length));
  return fitting.filter(({ scope }) => scope.length === longest);
}
