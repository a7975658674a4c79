// For every page, loaded in the head: the theme at once, before anything is painted; the rest when the page is there.
// All pages work without it.
import { applyTheme, themeToggle } from './site/theme.ts';
import { countdowns } from './site/countdown.ts';
import { forms } from './site/forms.ts';
import { handy } from './site/handy.ts';
import { menus } from './site/menus.ts';
import { pickers } from './site/picker.ts';
import { tabs } from './site/tabs.ts';

applyTheme();
document.addEventListener('DOMContentLoaded', () => {
  themeToggle();
  countdowns();
  forms();
  handy();
  menus();
  pickers();
  tabs();
});
