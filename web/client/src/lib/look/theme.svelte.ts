// Dark, or black on white for the sun; remembered by this browser.
import { getContext, setContext } from 'svelte';
import { oneOf } from '../feed/readers';
import { remember, remembered } from '../persisted';

const themes = ['control-dark', 'sun-contrast'] as const;
type ThemeName = (typeof themes)[number];

export class ThemeChoice {
  name = $state<ThemeName>(remembered('theme', oneOf(themes)) ?? 'control-dark');

  get isSun(): boolean {
    return this.name === 'sun-contrast';
  }

  toggle(): void {
    this.name = this.isSun ? 'control-dark' : 'sun-contrast';
    remember('theme', this.name);
  }
}

const key = Symbol('theme');

export function provideTheme(): ThemeChoice {
  return setContext(key, new ThemeChoice());
}

export function useTheme(): ThemeChoice {
  return getContext<ThemeChoice>(key);
}
