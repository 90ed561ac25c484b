/** The one door of the journal for other systems. */
export { LooksTable } from './public/looks-table.tsx';
export { tellLooks, type ToldLook, toldLook } from './told-looks.ts';
