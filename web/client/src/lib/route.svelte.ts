// Where the page is: the address is the state, so that a link shows what its sender saw.

import { placeOf, type Place } from './place';

export type View = 'board' | 'messages';

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
