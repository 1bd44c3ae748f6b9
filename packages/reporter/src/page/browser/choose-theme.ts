/** The button that turns the page dark or light, whatever the system prefers. */
export function chooseTheme(): void {
  const button = document.getElementById('theme');
  if (!button) return;
  const root = document.documentElement;
  const prefersDark = matchMedia('(prefers-color-scheme: dark)');
  const isDark = () => (root.dataset['theme'] ?? (prefersDark.matches ? 'dark' : 'light')) === 'dark';
  const label = () => {
    button.textContent = isDark() ? 'Light' : 'Dark';
    button.setAttribute('aria-label', isDark() ? 'Show the page light' : 'Show the page dark');
  };
  button.addEventListener('click', () => {
    root.dataset['theme'] = isDark() ? 'light' : 'dark';
    label();
  });
  prefersDark.addEventListener('change', label);
  label();
  button.hidden = false;
}
