// Where the page is: the address is the state, so that a link shows what its sender saw.

export type View = 'board' | 'messages';
export type Place = { page: 'start' } | { page: 'track'; track: string };

export class Route {
  private address = $state.raw(new URL(location.href));

  place = $derived<Place>(placeOf(this.address.pathname));
  view = $derived<View>(this.address.searchParams.get('view') === 'messages' ? 'messages' : 'board');
  follow = $derived(this.address.searchParams.get('follow'));

  /** Listens to back and forward; returns the way to stop. */
  start(): () => void {
    const read = (): void => {
      this.address = new URL(location.href);
    };
    addEventListener('popstate', read);
    return () => removeEventListener('popstate', read);
  }

  go(path: string): void {
    history.pushState(null, '', path);
    this.address = new URL(location.href);
  }

  /** Changes a part of the view without a new step in the history. */
  set(name: 'view' | 'follow', value: string | null): void {
    const next = new URL(location.href);
    if (value === null) next.searchParams.delete(name);
    else next.searchParams.set(name, value);
    history.replaceState(null, '', next);
    this.address = next;
  }
}

export function placeOf(pathname: string): Place {
  const track = /^\/live\/([^/]+)\/?$/.exec(pathname)?.[1];
  if (track === undefined) return { page: 'start' };
  try {
    return { page: 'track', track: decodeURIComponent(track) };
  } catch {
    return { page: 'start' };
  }
}

/** A click that the browser should handle itself: with a key, or another button. */
export function isPlainClick(event: MouseEvent): boolean {
  return event.button === 0 && !event.metaKey && !event.ctrlKey && !event.shiftKey && !event.altKey;
}
