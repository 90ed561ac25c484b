/** The hall's television: clock, chime and the spoken call. The page itself is kept fresh by `live.ts`. */
const KYIV = new Intl.DateTimeFormat('uk-UA', {
  timeZone: 'Europe/Kyiv',
  hour: '2-digit',
  minute: '2-digit',
});
const CHIME_HZ = [659, 523] as const;
/** A call older than this was announced before the board was switched on. */
const FRESH_MS = 15_000;

const announced = new Set<string>();
const waiting: string[] = [];
let isSpeaking = false;
let sound: AudioContext | undefined;

document.addEventListener('page-changed', look);
setInterval(tick, 1000);
look();

function tick(): void {
  for (const clock of document.querySelectorAll('[data-clock]')) clock.textContent = KYIV.format(Date.now());
  quieten();
}

/** The last call is large for twenty seconds; then it stands in the list, and who waits in its place. */
function quieten(): void {
  const call = document.querySelector<HTMLElement>('#board-call');
  const quiet = document.querySelector<HTMLElement>('#board-quiet');
  const isOver = call === null || Date.now() > Number(call.dataset['until']);
  if (call !== null) call.hidden = isOver;
  if (quiet !== null) quiet.hidden = !isOver;
  for (const line of document.querySelectorAll<HTMLElement>('.board-list > li')) {
    line.hidden = !isOver && line.dataset['number'] === call?.dataset['number'];
  }
}

function look(): void {
  quieten();
  const call = document.querySelector<HTMLElement>('#board-call');
  const name = call?.dataset['call'];
  if (call === null || name === undefined || announced.has(name)) return;
  announced.add(name);
  const startedAt = Number(call.dataset['until']) - 20_000;
  if (Date.now() - startedAt > FRESH_MS || sessionStorage.getItem('announced') === name) return;
  sessionStorage.setItem('announced', name);
  call.dataset['new'] = '';
  waiting.push(call.dataset['say'] ?? '');
  void announce();
}

/** One after another: voices that overlap are understood by nobody. */
async function announce(): Promise<void> {
  if (isSpeaking) return;
  isSpeaking = true;
  for (let words = waiting.shift(); words !== undefined; words = waiting.shift()) {
    await chime();
    await speak(words);
  }
  isSpeaking = false;
}

async function chime(): Promise<void> {
  try {
    sound ??= new AudioContext();
    const { currentTime } = sound;
    for (const [index, hertz] of CHIME_HZ.entries()) strike(sound, hertz, currentTime + index * 0.35);
    await new Promise((done) => setTimeout(done, 900));
  } catch {
    // A television without sound shows the call all the same.
  }
}

function strike(context: AudioContext, hertz: number, at: number): void {
  const tone = context.createOscillator();
  const volume = context.createGain();
  tone.frequency.value = hertz;
  volume.gain.setValueAtTime(0.4, at);
  volume.gain.exponentialRampToValueAtTime(0.001, at + 0.8);
  tone.connect(volume).connect(context.destination);
  tone.start(at);
  tone.stop(at + 0.8);
}

function speak(words: string): Promise<void> {
  const voice = globalThis.speechSynthesis?.getVoices().find(({ lang }) => lang.startsWith('uk'));
  if (voice === undefined) return Promise.resolve();
  return new Promise((done) => {
    const said = new SpeechSynthesisUtterance(words);
    said.voice = voice;
    said.lang = 'uk-UA';
    said.onend = () => done();
    said.onerror = () => done();
    // Some engines never tell that they have ended.
    setTimeout(done, 8000);
    speechSynthesis.speak(said);
  });
}
