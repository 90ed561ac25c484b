export interface Board {
  /** Resolves when the board shows what is wished for; also when it does already. */
  shows(wished: (state: HallState) => boolean): Promise<HallState>;
  close(): void;
}

interface HallState {
  readonly sectors: readonly { readonly sector: string; readonly waiting: number }[];
}

/** A television in the hall: an EventSource, which comes back by itself after the server's `retry:` time. */
export function openBoard(server: string): Board {
  const ended = new AbortController();
  const watchers = new Set<(state: HallState) => void>();
  let last: HallState | undefined;
  const show = (state: HallState): void => {
    last = state;
    for (const watch of watchers) watch(state);
  };
  void watchForEver(`${server}/live/hall/main`, show, ended.signal);
  return {
    shows: (wished) =>
      new Promise((resolve) => {
        const watch = (state: HallState): void => {
          if (!wished(state)) return;
          watchers.delete(watch);
          resolve(state);
        };
        watchers.add(watch);
        if (last !== undefined) watch(last);
      }),
    close: () => ended.abort(),
  };
}

async function watchForEver(
  url: string,
  show: (state: HallState) => void,
  signal: AbortSignal,
): Promise<void> {
  let retryMs = 3_000;
  while (!signal.aborted) {
    try {
      const { body } = await fetch(url, { signal });
      for await (const message of messagesOf(body)) {
        const retry = /^retry: (\d+)$/m.exec(message)?.[1];
        const data = /^data: (.+)$/m.exec(message)?.[1];
        if (retry !== undefined) retryMs = Number(retry);
        if (data !== undefined) show(JSON.parse(data) as HallState);
      }
    } catch {
      // The server is away: a board waits and asks again.
    }
    if (!signal.aborted) await new Promise((resolve) => setTimeout(resolve, retryMs));
  }
}

async function* messagesOf(body: ReadableStream<Uint8Array> | null): AsyncGenerator<string> {
  const decoder = new TextDecoder();
  let text = '';
  for await (const chunk of body ?? []) {
    text += decoder.decode(chunk, { stream: true });
    const messages = text.split('\n\n');
    text = messages.pop() ?? '';
    yield* messages;
  }
}

export function waitingIn(state: HallState): number {
  return state.sectors.reduce((sum, { waiting }) => sum + waiting, 0);
}
