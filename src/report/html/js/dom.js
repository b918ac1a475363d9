// Building the page. Text goes in as text nodes, never as markup: the
// documents are not to be trusted.

function el(name, ...rest) {
  const [tag, ...classes] = name.split('.');
  const node = document.createElement(tag || 'div');
  if (classes.length) node.className = classes.join(' ');
  for (const part of rest) add(node, part);
  return node;
}

function add(node, part) {
  if (part === null || part === undefined || part === false) return;
  if (Array.isArray(part)) {
    for (const inner of part) add(node, inner);
  } else if (part instanceof Node) {
    node.append(part);
  } else if (typeof part === 'object') {
    for (const [key, value] of Object.entries(part)) attribute(node, key, value);
  } else {
    node.append(String(part));
  }
}

function attribute(node, key, value) {
  if (value === null || value === undefined) return;
  if (key.startsWith('aria-')) {
    node.setAttribute(key, String(value));
    return;
  }
  if (value === false) return;
  if (key.startsWith('on')) node.addEventListener(key.slice(2), value);
  else if (key === 'share') node.style.setProperty('--share', value);
  else node.setAttribute(key, value === true ? '' : value);
}

const byId = (id) => document.getElementById(id);

function fill(node, ...children) {
  node.replaceChildren();
  add(node, children);
  return node;
}

function embedded(id) {
  return JSON.parse(byId(id).textContent);
}

// A text of a document, in its own language whatever the page's is.
function han(name, ...children) {
  return el(name, { lang: 'zh-CN' }, ...children);
}

const calm = window.matchMedia('(prefers-reduced-motion: reduce)');

// Brings a node to the middle of its pane, unless it can be seen as it is.
function reveal(node, jump) {
  const pane = node && node.closest('.pane');
  if (!pane || !pane.offsetParent) return;
  const seen = pane.getBoundingClientRect();
  const { top, bottom, height } = node.getBoundingClientRect();
  const head = pane.firstElementChild.offsetHeight;
  if (top >= seen.top + head && bottom <= seen.bottom - 24) return;
  const aim = pane.scrollTop + top - seen.top - Math.max(head + 24, (seen.height - height) / 2.5);
  pane.scrollTo({ top: aim, behavior: jump || calm.matches ? 'auto' : 'smooth' });
}

// Long lists are drawn as they come into view, and all at once for printing.
function grow(container, items, draw, step = 60) {
  let drawn = 0;
  const end = el('div.growing', { 'aria-hidden': 'true' });
  const more = (count) => {
    const next = items.slice(drawn, drawn + count);
    drawn += next.length;
    end.before(...next.map(draw));
    if (drawn >= items.length) {
      watch.disconnect();
      window.removeEventListener('beforeprint', all);
      end.remove();
    }
  };
  const all = () => container.isConnected && more(items.length);
  const watch = new IntersectionObserver((seen) => {
    if (seen.some((entry) => entry.isIntersecting)) {
      more(step);
      watch.unobserve(end);
      if (drawn < items.length) watch.observe(end);
    }
  }, { rootMargin: '600px' });
  container.append(end);
  more(step);
  if (drawn < items.length) {
    watch.observe(end);
    window.addEventListener('beforeprint', all);
  }
}
