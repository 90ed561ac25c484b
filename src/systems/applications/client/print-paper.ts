// A receipt opened by its button is there to be printed at once.
addEventListener('load', () => print());
