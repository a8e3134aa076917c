// The script of the HTML report. All that can be read is there without it: it sorts and filters tables, zooms drawings, and links them both ways.
// It makes no markup of text, and its text must not hold the end of a script element.

export const script = String.raw`'use strict';
(() => {
  const make = (name, text, before) => {
    const element = document.createElement(name);
    if (text) element.textContent = text;
    if (before) before.append(element);
    return element;
  };
  const reveal = (id) => {
    let element = id && document.getElementById(id);
    if (!element) return;
    for (let outer = element; outer; outer = outer.parentElement) if (outer.localName === 'details') outer.open = true;
    element.scrollIntoView({ block: 'start' });
  };

  // Tables.
  const textOf = (row, column) => {
    const cell = row.cells[column];
    const word = cell.querySelector('.word');
    return word ? word.lastChild.textContent : cell.textContent.trim();
  };
  const compare = new Intl.Collator('en', { numeric: true }).compare;
  for (const table of document.querySelectorAll('table.data')) {
    const body = table.tBodies[0];
    const rows = [...body.rows];
    const heads = [...table.tHead.rows[0].cells];
    heads.forEach((head, column) => {
      const title = head.textContent;
      head.textContent = '';
      const button = make('button', title, head);
      button.type = 'button';
      button.addEventListener('click', () => {
        const down = head.getAttribute('aria-sort') === 'ascending' || (head.className === 'n' && !head.hasAttribute('aria-sort'));
        heads.forEach((each) => each.removeAttribute('aria-sort'));
        head.setAttribute('aria-sort', down ? 'descending' : 'ascending');
        const sorted = rows.map((row) => [textOf(row, column).replace(/,(?=\d{3})/g, ''), row]);
        sorted.sort((a, b) => (a[0] === '') - (b[0] === '') || (down ? compare(b[0], a[0]) : compare(a[0], b[0])));
        body.append(...sorted.map((pair) => pair[1]));
      });
    });
    if (rows.length < 6) continue;
    const bar = make('div');
    bar.className = 'filters';
    const name = table.caption ? table.caption.textContent : '';
    const search = make('input', '', bar);
    search.type = 'search';
    search.placeholder = 'Filter';
    search.setAttribute('aria-label', 'Filter ' + name);
    const choices = heads.flatMap((head, column) => {
      if (head.className !== 'choice') return [];
      const words = [...new Set(rows.map((row) => textOf(row, column)))].sort(compare);
      if (words.length < 2 || words.length > 40) return [];
      const select = make('select', '', bar);
      select.setAttribute('aria-label', head.textContent);
      make('option', 'any ' + head.textContent, select).value = '';
      words.forEach((word) => {
        const option = make('option', word || 'none', select);
        option.value = '=' + word;
      });
      return [[column, select]];
    });
    const count = make('output', '', bar);
    const filter = () => {
      const wanted = search.value.toLowerCase().split(/\s+/).filter(Boolean);
      let shown = 0;
      for (const row of rows) {
        const text = row.textContent.toLowerCase();
        const fits = wanted.every((word) => text.includes(word)) &&
          choices.every(([column, select]) => select.value === '' || select.value === '=' + textOf(row, column));
        row.hidden = !fits;
        if (fits) shown += 1;
      }
      count.textContent = shown === rows.length ? rows.length + ' rows' : shown + ' of ' + rows.length + ' rows';
    };
    search.addEventListener('input', filter);
    choices.forEach(([, select]) => select.addEventListener('change', filter));
    filter();
    table.parentElement.before(bar);
  }

  // Zoom.
  const fits = [];
  for (const canvas of document.querySelectorAll('.canvas')) {
    const drawing = canvas.querySelector('svg');
    const width = drawing.width.baseVal.value;
    const height = drawing.height.baseVal.value;
    let scale = 1;
    const zoom = (next) => {
      const before = scale;
      scale = Math.min(4, Math.max(0.05, next));
      drawing.setAttribute('width', String(width * scale));
      drawing.setAttribute('height', String(height * scale));
      canvas.scrollLeft = ((canvas.scrollLeft + canvas.clientWidth / 2) * scale) / before - canvas.clientWidth / 2;
      canvas.scrollTop = ((canvas.scrollTop + canvas.clientHeight / 2) * scale) / before - canvas.clientHeight / 2;
    };
    const whole = () => Math.min(1, (canvas.clientWidth - 2) / width, (canvas.clientHeight - 2) / height);
    const first = () => {
      if (canvas.clientWidth === 0) return;
      zoom(Math.max(0.6, whole()));
      // It begins where the strategy begins.
      const entry = canvas.querySelector('.s-terminal') || canvas.querySelector('.box');
      const there = entry && entry.getBoundingClientRect();
      canvas.scrollTop = 0;
      if (there) canvas.scrollLeft += there.left + there.width / 2 - canvas.getBoundingClientRect().left - canvas.clientWidth / 2;
    };
    const actions = { '+': () => zoom(scale * 1.25), '−': () => zoom(scale / 1.25), 'fit': () => zoom(whole()), '1:1': () => zoom(1) };
    const keys = { '+': '+', '=': '+', '-': '−', '0': 'fit', '1': '1:1' };
    const caption = canvas.parentElement.querySelector('figcaption') || canvas.parentElement.insertBefore(make('figcaption'), canvas);
    const bar = make('span', '', caption);
    bar.className = 'zoom';
    const titles = { '+': 'larger', '−': 'smaller', 'fit': 'the whole drawing', '1:1': 'full size' };
    for (const name of Object.keys(actions)) {
      const button = make('button', name, bar);
      button.type = 'button';
      button.title = titles[name];
      button.addEventListener('click', actions[name]);
    }
    canvas.addEventListener('keydown', (event) => {
      const name = event.ctrlKey || event.metaKey || event.altKey ? undefined : keys[event.key];
      if (name) {
        actions[name]();
        event.preventDefault();
      }
    });
    canvas.addEventListener('wheel', (event) => {
      if (!event.ctrlKey) return;
      event.preventDefault();
      zoom(scale * (event.deltaY < 0 ? 1.1 : 1 / 1.1));
    }, { passive: false });
    const outer = canvas.closest('details.strategy');
    if (outer && !outer.open) outer.addEventListener('toggle', first, { once: true });
    else fits.push(first);
  }
  fits.forEach((fit) => fit());

  // A block, its states, and the lines of both.
  const light = (section, number) => {
    for (const lit of section.querySelectorAll('.lit')) lit.classList.remove('lit');
    for (const svg of section.querySelectorAll('.drawings svg')) svg.classList.toggle('dim', number !== undefined);
    if (number === undefined) return;
    for (const element of section.querySelectorAll('[data-b="' + number + '"]')) {
      element.classList.add('lit');
      const lines = (prefix, ranges) => {
        for (const range of (ranges || '').split(' ').filter(Boolean)) {
          const [from, to] = range.split('-').map(Number);
          for (let line = from; line <= to; line += 1) document.getElementById(section.id + prefix + line)?.classList.add('lit');
        }
      };
      if (element.localName === 'tr') {
        lines('-l', element.dataset.l);
        lines('-p', element.dataset.p);
      }
    }
    for (const area of section.querySelectorAll('.canvas, .code')) {
      const lit = area.querySelector('.lit');
      if (!lit || area.clientHeight === 0) continue;
      const there = lit.getBoundingClientRect();
      const here = area.getBoundingClientRect();
      if (there.top < here.top || there.bottom > here.bottom || there.left < here.left || there.right > here.right) {
        area.scrollTop += there.top - here.top - area.clientHeight / 3;
        if (area.className === 'canvas') area.scrollLeft += there.left - here.left - area.clientWidth / 3;
      }
    }
  };
  for (const section of document.querySelectorAll('details.strategy')) {
    section.addEventListener('click', (event) => {
      if (!(event.target instanceof Element)) return;
      // A key clicks the link around the box, a pointer what is in it.
      const link = event.target.closest('.drawings a');
      const box = link ? link.querySelector('[data-b]') : event.target.closest('tr.block');
      if (!box || (box.localName === 'tr' && event.target.closest('a'))) return;
      // What is lit already is followed to its row.
      if (box.classList.contains('lit') && box.localName !== 'tr') return;
      event.preventDefault();
      light(section, box.dataset.b);
    });
    section.addEventListener('keydown', (event) => {
      if (event.key === 'Escape') light(section, undefined);
    });
  }

  addEventListener('hashchange', () => reveal(decodeURIComponent(location.hash.slice(1))));
  reveal(decodeURIComponent(location.hash.slice(1)));
})();
`;
