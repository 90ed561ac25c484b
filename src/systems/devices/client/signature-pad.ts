/** The field of the signature tablet: pen, finger or mouse into strokes; the server draws them. */
type Point = [x: number, y: number, ms: number, pressure: number];

const LONGEST_MS = 600_000;

document.addEventListener('page-changed', begin);
begin();

/** The field of one signature; a live page may bring another in its place. */
function begin(): void {
  const canvas = document.querySelector<HTMLCanvasElement>('[data-signature]');
  const form = document.querySelector<HTMLFormElement>('#sign');
  const pen = canvas?.getContext('2d');
  if (canvas === null || form === null || !pen || canvas.dataset['ready'] === canvas.dataset['signature'])
    return;
  canvas.dataset['ready'] = canvas.dataset['signature'];
  listen(canvas, form, pen);
}

function listen(canvas: HTMLCanvasElement, form: HTMLFormElement, pen: CanvasRenderingContext2D): void {
  const strokes: Point[][] = [];
  let current: Point[] | undefined;
  let startedAt = 0;

  const keep = () => {
    const field = form.querySelector<HTMLInputElement>('[name=strokes]');
    if (field !== null) field.value = JSON.stringify(strokes);
  };
  canvas.addEventListener('pointerdown', (event) => {
    event.preventDefault();
    canvas.setPointerCapture(event.pointerId);
    if (strokes.length === 0) startedAt = event.timeStamp;
    const point = pointOf(canvas, event, startedAt);
    current = [point];
    strokes.push(current);
    paint(pen, point, point);
  });
  canvas.addEventListener('pointermove', (event) => {
    if (current !== undefined) extend(current, pointsOf(canvas, event, startedAt), pen);
  });
  for (const name of ['pointerup', 'pointercancel'] as const) {
    canvas.addEventListener(name, () => {
      current = undefined;
      keep();
    });
  }
  form.querySelector('[name=clear]')?.addEventListener('click', () => {
    strokes.length = 0;
    pen.clearRect(0, 0, canvas.width, canvas.height);
    keep();
  });
}

/** A pen gives more points than the screen has frames: the signature is theirs. */
function pointsOf(canvas: HTMLCanvasElement, event: PointerEvent, startedAt: number): Point[] {
  const events = event.getCoalescedEvents?.() ?? [];
  return (events.length === 0 ? [event] : events).map((one) => pointOf(canvas, one, startedAt));
}

function pointOf(canvas: HTMLCanvasElement, event: PointerEvent, startedAt: number): Point {
  const box = canvas.getBoundingClientRect();
  const place = (at: number, size: number, most: number) =>
    Math.round(Math.min(Math.max((at / size) * most, 0), most));
  return [
    place(event.clientX - box.left, box.width, canvas.width),
    place(event.clientY - box.top, box.height, canvas.height),
    Math.round(Math.min(Math.max(event.timeStamp - startedAt, 0), LONGEST_MS)),
    Math.round(Math.min(event.pressure, 1) * 1000),
  ];
}

function extend(stroke: Point[], points: readonly Point[], pen: CanvasRenderingContext2D): void {
  for (const point of points) {
    const last = stroke.at(-1);
    if (last === undefined || (last[0] === point[0] && last[1] === point[1])) continue;
    paint(pen, last, point);
    stroke.push(point);
  }
}

function paint(pen: CanvasRenderingContext2D, from: Point, to: Point): void {
  pen.lineWidth = 5;
  pen.lineCap = 'round';
  pen.strokeStyle = '#0b2a6b';
  pen.beginPath();
  pen.moveTo(from[0], from[1]);
  pen.lineTo(to[0], to[1]);
  pen.stroke();
}
