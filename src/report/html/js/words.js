// What the reader reads, in both languages.

const words = embedded('words');
let lang = 'en';

function t(key, values = {}) {
  const phrase = words[lang][key];
  if (phrase === undefined) throw new Error(`no words for ${key}`);
  return phrase.replace(/\{(\w+)\}/g, (_, name) => values[name]);
}

const colon = () => (lang === 'zh' ? '：' : ': ');

function chooseLanguage(wanted) {
  lang = wanted === 'zh' ? 'zh' : 'en';
  document.documentElement.lang = lang === 'zh' ? 'zh-CN' : 'en';
  for (const node of document.querySelectorAll('[data-t]')) node.textContent = t(node.dataset.t);
  for (const node of document.querySelectorAll('[data-t-label]')) {
    node.setAttribute('aria-label', t(node.dataset.tLabel));
  }
  for (const node of document.querySelectorAll('[data-t-placeholder]')) {
    node.placeholder = t(node.dataset.tPlaceholder);
  }
}

// Memory between visits; a browser may refuse it to a page opened from disk.
const memory = {
  get(key) {
    try {
      return window.localStorage.getItem(key);
    } catch {
      return null;
    }
  },
  set(key, value) {
    try {
      if (value === null) window.localStorage.removeItem(key);
      else window.localStorage.setItem(key, value);
    } catch {
      // Nothing is lost but convenience.
    }
  },
};
