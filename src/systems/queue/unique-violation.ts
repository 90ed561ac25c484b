export { whenUnique } from '../../kernel/database/when-unique.ts';
