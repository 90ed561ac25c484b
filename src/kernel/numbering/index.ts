export { bookName } from './book-name.ts';
export { takeNumber } from './take-number.ts';
