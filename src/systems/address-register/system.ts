import { defineSystem } from '../../kernel/system.ts';
import { addHouses } from './actions/add-houses.ts';
import { addStreet } from './actions/add-street.ts';
import { importAddresses } from './actions/import-addresses.ts';
import { renameStreetAction } from './actions/rename-street.ts';
import { KEEPERS } from './address-input.ts';
import { renamingsFigure, streetsFigure } from './figures.ts';
import { streetPage } from './public/street-page.tsx';
import { streetsDownload } from './public/streets-download.ts';
import { streetsPage } from './public/streets-page.tsx';
import { getStreet } from './queries/get-street.ts';
import { listPlaces } from './queries/list-places.ts';
import { listStreets } from './queries/list-streets.ts';
import { previewAddresses } from './queries/preview-addresses.ts';
import { searchAddressesQuery } from './queries/search-addresses.ts';
import { seedAddresses } from './seed/seed-addresses.ts';
import { importPage } from './staff/import-page.tsx';
import { streetDeskPage } from './staff/street-desk-page.tsx';
import { streetsDeskPage } from './staff/streets-desk-page.tsx';

export const addressRegister = defineSystem({
  name: 'address-register',
  title: { uk: 'Адресний реєстр', en: 'Address register' },
  folder: import.meta.dirname,
  actions: [addStreet, renameStreetAction, addHouses, importAddresses],
  queries: [searchAddressesQuery, listStreets, getStreet, listPlaces, previewAddresses],
  pages: [streetsPage, streetsDownload, streetPage, streetsDeskPage, importPage, streetDeskPage],
  menu: [
    { menu: 'resident', path: '/addresses', group: 'open-city', label: 'address-register:menu', order: 60 },
    {
      menu: 'staff',
      path: '/desk/addresses',
      group: 'registers',
      label: 'address-register:menuDesk',
      order: 61,
      may: KEEPERS,
    },
  ],
  figures: [streetsFigure, renamingsFigure],
  seed: { run: seedAddresses },
});
