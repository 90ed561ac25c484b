import { defineSystem } from '../../kernel/system.ts';
import { seedStaff } from './seed.ts';

export const staff = defineSystem({
  name: 'staff',
  title: { uk: 'Працівники', en: 'Staff' },
  folder: import.meta.dirname,
  seed: { run: seedStaff },
});
