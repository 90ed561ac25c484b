import { defineSystem } from '../../kernel/system.ts';
import { enterResident } from './actions/enter-resident.ts';
import { enteredFigure } from './figures.ts';

export const communityRegister = defineSystem({
  name: 'community-register',
  title: { uk: 'Реєстр територіальної громади', en: 'Register of the territorial community' },
  folder: import.meta.dirname,
  actions: [enterResident],
  figures: [enteredFigure],
  retention: [
    {
      table: 'community_register.residents',
      personalColumns: ['name', 'birth_date', 'address'],
      months: null,
      article: 'Закон № 1871-IX; постанова КМУ № 265 від 07.02.2022: доки особа проживає в громаді',
    },
  ],
});
