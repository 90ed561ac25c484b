import { defineSystem } from '../../kernel/system.ts';
import { providersFigure, servicesFigure } from './figures.ts';
import { getServiceQuery } from './queries/get-service.ts';
import { listProvidersQuery } from './queries/list-providers.ts';
import { searchServicesQuery } from './queries/search-services.ts';
import { seedCatalogue } from './seed.ts';

export const serviceCatalogue = defineSystem({
  name: 'service-catalogue',
  title: { uk: 'Каталог послуг', en: 'Service catalogue' },
  folder: import.meta.dirname,
  queries: [searchServicesQuery, getServiceQuery, listProvidersQuery],
  figures: [servicesFigure, providersFigure],
  seed: { run: seedCatalogue },
});
