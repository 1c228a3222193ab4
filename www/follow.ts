// Follows the content of a control or an editable element of the host: says it now, and again when it has been changed.

/** Milliseconds without a change before the content is said again. */
const DEBOUNCE_MS = 400;

/** Follows the element with this id, which may come later. Ends when the returned function is called. */
export function follow(root: Document | ShadowRoot, id: string, tell: (content: string) => void): () => void {
  let timer: ReturnType<typeof setTimeout> | undefined;
  let told: string | null = null;
  const followed = (): HTMLElement | null => root.getElementById(id);
  const say = (): void => {
    const element = followed();
    if (!element) return;
    const content = 'value' in element ? String((element as HTMLTextAreaElement).value) : element.innerHTML;
    if (content !== told) tell((told = content));
  };
  const changed = ({ target }: Event): void => {
    const element = followed();
    if (!element || !(target instanceof Node) || !element.contains(target)) return;
    clearTimeout(timer);
    timer = setTimeout(say, DEBOUNCE_MS);
  };
  const events = ['input', 'change'];
  events.forEach((name) => root.addEventListener(name, changed));
  document.addEventListener('DOMContentLoaded', say, { once: true });
  say();
  return () => {
    clearTimeout(timer);
    events.forEach((name) => root.removeEventListener(name, changed));
    document.removeEventListener('DOMContentLoaded', say);
  };
}
