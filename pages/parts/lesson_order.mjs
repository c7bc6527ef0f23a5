// Stops put in another order by hand: dragged with a mouse or pen, or moved by Alt and an arrow key. The list itself is
// Streamlit's, with its radio buttons; those who neither drag nor know the keys have buttons beneath it.

/** @typedef {{list: string, moved: string}} Told */
/** @typedef {(name: string, value: unknown) => void} Trigger */
/** @typedef {{from: number, to: number, y: number, isDragged: boolean}} Drag */

const FAR_PX = 6; // a hand that presses trembles less
const PATIENCE_MS = 10_000;
const LINE = '3px solid currentColor';
/** @type {WeakMap<Element, ReturnType<typeof createOrder>>} */
const live = new WeakMap();

/** @param {HTMLElement} mount */
function createOrder(mount) {
  const page = mount.ownerDocument;
  /** @type {Told} */
  let data = {list: '', moved: ''};
  /** @type {Trigger} */
  let trigger = () => undefined;
  /** @type {Drag | null} */
  let drag = null;
  let awaits = 0; // until when the moved stop is to have the focus again, in ms
  const told = page.createElement('p');
  told.setAttribute('role', 'status');
  Object.assign(told.style, {
    position: 'absolute',
    width: '1px',
    height: '1px',
    overflow: 'hidden',
    clipPath: 'inset(50%)',
  });
  mount.append(told);

  const list = () => page.querySelector(`[role="radiogroup"][aria-label="${CSS.escape(data.list)}"]`);
  const rows = () => /** @type {HTMLElement[]} */ ([...(list()?.querySelectorAll('label') ?? [])]);
  const placeOf = (/** @type {EventTarget | null} */ target) =>
    target instanceof Element ? rows().findIndex((row) => row.contains(target)) : -1;

  function mark(/** @type {number} */ to, /** @type {number} */ from) {
    rows().forEach((row, at) => {
      row.style.boxShadow = '';
      row.style.borderTop = at === to && to < from ? LINE : '';
      row.style.borderBottom = at === to && to > from ? LINE : '';
      row.style.opacity = to >= 0 && at === from ? '0.5' : '';
    });
  }

  function move(/** @type {number} */ from, /** @type {number} */ to) {
    if (to < 0 || to >= rows().length || to === from) return;
    awaits = Date.now() + PATIENCE_MS;
    trigger('moved', {from, to});
  }

  function onKey(/** @type {KeyboardEvent} */ event) {
    const by = event.altKey ? {ArrowUp: -1, ArrowDown: 1}[event.key] : undefined;
    const from = by ? placeOf(event.target) : -1;
    if (!by || from < 0) return;
    event.preventDefault();
    event.stopPropagation();
    move(from, from + by);
  }

  function onDown(/** @type {PointerEvent} */ {target, pointerType, button, clientY}) {
    const from = pointerType === 'touch' || button ? -1 : placeOf(target);
    drag = from < 0 ? null : {from, to: from, y: clientY, isDragged: false};
  }

  function onMove(/** @type {PointerEvent} */ event) {
    if (!drag) return;
    drag.isDragged ||= Math.abs(event.clientY - drag.y) > FAR_PX;
    if (!drag.isDragged) return;
    event.preventDefault();
    page.getSelection()?.removeAllRanges();
    const {clientY} = event;
    const boxes = rows().map((row) => row.getBoundingClientRect());
    const under = boxes.findIndex(({bottom}) => clientY < bottom);
    drag.to = under < 0 ? boxes.length - 1 : under;
    mark(drag.to, drag.from);
  }

  function onUp() {
    if (drag?.isDragged) {
      mark(-1, -1);
      page.addEventListener('click', swallow, true);
      setTimeout(() => page.removeEventListener('click', swallow, true));
      move(drag.from, drag.to);
    }
    drag = null;
  }

  /** The end of a drag is no press on what lies there. */
  function swallow(/** @type {Event} */ event) {
    event.preventDefault();
    event.stopPropagation();
  }

  /** The list comes anew after a move: the stop that was moved has the focus in it, and is said. */
  function settle() {
    if (Date.now() > awaits) return;
    const chosen = list()?.querySelector('input:checked');
    if (told.textContent === data.moved || !(chosen instanceof HTMLElement)) return void setTimeout(settle, 50);
    awaits = 0;
    chosen.focus();
    told.textContent = data.moved;
  }

  /** @type {[string, (event: any) => void][]} */
  const heard = [
    ['keydown', onKey],
    ['pointerdown', onDown],
    ['pointermove', onMove],
    ['pointerup', onUp],
    ['pointercancel', onUp],
  ];
  for (const [name, act] of heard) page.addEventListener(name, act, true);

  return {
    update(/** @type {Told} */ next, /** @type {Trigger} */ nextTrigger) {
      [data, trigger] = [next, nextTrigger];
      settle();
    },
    stop() {
      for (const [name, act] of heard) page.removeEventListener(name, act, true);
      told.remove();
      live.delete(mount);
    },
  };
}

/**
 * Streamlit calls this again at each run of the page.
 * @param {{parentElement: HTMLElement, data: Told, setTriggerValue: Trigger}} mount
 */
export function order({parentElement, data, setTriggerValue}) {
  const found = live.get(parentElement) ?? createOrder(parentElement);
  live.set(parentElement, found);
  found.update(data, setTriggerValue);
  return found.stop;
}
