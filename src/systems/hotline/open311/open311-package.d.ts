/** The client of Code for America (npm `open311`) has no types of its own; answers are parsed by who asks. */
declare module 'open311' {
  type Told = (error: unknown, answer: unknown) => void;
  export default class Open311 {
    endpoint: string;
    format: 'json' | 'xml';
    constructor(options: {
      readonly discovery?: string;
      readonly endpoint?: string;
      readonly apiKey?: string;
      readonly jurisdiction?: string;
    });
    serviceDiscovery(options: { readonly cache: boolean }, told: Told): void;
    serviceList(told: Told): void;
    serviceDefinition(code: string, told: Told): void;
    submitRequest(request: Readonly<Record<string, unknown>>, told: Told): void;
    token(token: string, told: Told): void;
    serviceRequests(id: string, told: Told): void;
    serviceRequests(ids: readonly string[], asked: Readonly<Record<string, unknown>>, told: Told): void;
    serviceRequests(asked: Readonly<Record<string, unknown>>, told: Told): void;
  }
}
