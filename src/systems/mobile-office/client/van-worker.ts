/** The service worker of the van's desk: the page and what it is drawn with are there without a network. */
interface WorkerScope {
  VAN_ASSETS?: readonly string[];
  skipWaiting(): Promise<void>;
  clients: { claim(): Promise<void> };
  addEventListener(type: 'install' | 'activate', heard: (event: Waiting) => void): void;
  addEventListener(type: 'fetch', heard: (event: Fetching) => void): void;
}
interface Waiting {
  waitUntil(work: Promise<unknown>): void;
}
interface Fetching extends Waiting {
  readonly request: Request;
  respondWith(answer: Promise<Response>): void;
}

const SHELF = 'van';
const PAGE = '/desk/van';
/** A network that answers slower than this is no network for the person who waits. */
const PATIENCE_MS = 4_000;

// The types of the page's window stand around a worker's script too.
const worker = globalThis as unknown as WorkerScope;

worker.addEventListener('install', (event) => {
  event.waitUntil(fill().then(() => worker.skipWaiting()));
});
worker.addEventListener('activate', (event) => {
  event.waitUntil(clean().then(() => worker.clients.claim()));
});
worker.addEventListener('fetch', (event) => {
  const { request } = event;
  const { pathname } = new URL(request.url);
  if (request.method !== 'GET') return;
  if (request.mode === 'navigate' && pathname === PAGE) event.respondWith(pageOf(request));
  else if (pathname.startsWith('/assets/')) event.respondWith(assetOf(request));
});

async function fill(): Promise<void> {
  const shelf = await caches.open(SHELF);
  await shelf.addAll([...(worker.VAN_ASSETS ?? [])]);
  await keepPage(shelf);
}

/** Assets of earlier versions go; the page itself is always the last one that was seen. */
async function clean(): Promise<void> {
  const shelf = await caches.open(SHELF);
  const wanted = new Set([PAGE, ...(worker.VAN_ASSETS ?? [])]);
  for (const request of await shelf.keys()) {
    if (!wanted.has(new URL(request.url).pathname)) await shelf.delete(request);
  }
}

async function keepPage(shelf: Cache): Promise<void> {
  const answer = await fetch(PAGE, { credentials: 'same-origin' });
  if (isDesk(answer)) await shelf.put(PAGE, answer);
}

/** The desk itself, not the sign-in page that one was led to. */
function isDesk(answer: Response): boolean {
  return answer.ok && !answer.redirected;
}

async function pageOf(request: Request): Promise<Response> {
  const shelf = await caches.open(SHELF);
  try {
    const answer = await fetch(request, { signal: AbortSignal.timeout(PATIENCE_MS) });
    if (answer.ok && answer.type === 'basic' && !answer.redirected) await shelf.put(PAGE, answer.clone());
    return answer;
  } catch {
    return (await shelf.match(PAGE)) ?? Response.error();
  }
}

async function assetOf(request: Request): Promise<Response> {
  const shelf = await caches.open(SHELF);
  const known = await shelf.match(request);
  if (known !== undefined) return known;
  const answer = await fetch(request);
  // A page newer than this worker brings assets that it does not know: they are kept too.
  if (answer.ok) await shelf.put(request, answer.clone());
  return answer;
}
