import { defineSystem } from '../../kernel/system.ts';
import { serviceCatalogueFigures } from './figures.ts';
import { importServices } from './actions/import-services.ts';
import { publishServiceVersion } from './actions/publish-service-version.ts';
import { lifeEventPage } from './public/life-event-page.tsx';
import { providerPage, providersPage } from './public/providers-page.tsx';
import { servicePage } from './public/service-page.tsx';
import { servicePrintPage } from './public/service-print-page.tsx';
import { readyPages } from './public/ready-page.tsx';
import { technologicalCardPage } from './public/technological-card-page.tsx';
import { servicesDownloads } from './public/services-download.ts';
import { servicesPage } from './public/services-page.tsx';
import { browseServicesQuery } from './queries/browse-services.ts';
import { exportServicesQuery } from './queries/export-services.ts';
import { getDefinitionQuery } from './queries/get-definition.ts';
import { listContradictionsQuery } from './queries/list-contradictions.ts';
import { getServiceQuery } from './queries/get-service.ts';
import { listLifeEventsQuery } from './queries/list-life-events.ts';
import { listProvidersQuery } from './queries/list-providers.ts';
import { previewDraftsQuery } from './queries/preview-drafts.ts';
import { searchServicesQuery } from './queries/search-services.ts';
import { catalogueDownloads } from './staff/catalogue-download.ts';
import { cataloguePage } from './staff/catalogue-page.tsx';
import { contradictionDownloads, contradictionsPage } from './staff/contradictions-page.tsx';
import { definitionDownload } from './staff/definition-download.ts';
import { formBuilderPage } from './staff/form-builder-page.tsx';
import { editPages } from './staff/edit-page.tsx';
import { importPage } from './staff/import-page.tsx';
import { seedCatalogue } from './seed.ts';

export const serviceCatalogue = defineSystem({
  name: 'service-catalogue',
  title: { uk: 'Каталог послуг', en: 'Service catalogue' },
  folder: import.meta.dirname,
  actions: [publishServiceVersion, importServices],
  queries: [
    searchServicesQuery,
    browseServicesQuery,
    getServiceQuery,
    getDefinitionQuery,
    listContradictionsQuery,
    listLifeEventsQuery,
    listProvidersQuery,
    previewDraftsQuery,
    exportServicesQuery,
  ],
  pages: [
    servicesPage,
    ...servicesDownloads,
    servicePage,
    servicePrintPage,
    technologicalCardPage,
    ...readyPages,
    lifeEventPage,
    providersPage,
    providerPage,
    cataloguePage,
    ...catalogueDownloads,
    importPage,
    ...editPages,
    formBuilderPage,
    definitionDownload,
    contradictionsPage,
    ...contradictionDownloads,
  ],
  menu: [
    { menu: 'resident', path: '/services', label: 'service-catalogue:menu.services', order: 10 },
    {
      menu: 'staff',
      path: '/desk/catalogue',
      group: 'registers',
      label: 'service-catalogue:menu.desk',
      order: 70,
      may: ['head', 'it'],
    },
  ],
  figures: serviceCatalogueFigures,
  seed: { run: seedCatalogue },
});
