// The style sheet of the HTML report: system fonts, figures of one width, light and dark, paper.
import { marks } from '../../drawing/signs.js';

/** Colours in the dark, by disposition: line and paper. */
const dark: Readonly<Record<string, readonly [line: string, fill: string]>> = {
  exact: ['#5fbf86', '#16301f'],
  omitted: ['#9aa3b0', '#23272e'],
  review: ['#e0b24a', '#33290f'],
  urs: ['#6fb0ee', '#14283d'],
  placeholder: ['#f0935a', '#3a1f10'],
  unsupported: ['#f07a70', '#3b1714'],
  unreachable: ['#c58be0', '#2e1a38'],
};

const names = Object.keys(marks);
const lightColours = names
  .map((name) => `--${name}:${marks[name]?.line ?? ''};--${name}-p:${marks[name]?.fill ?? ''}`)
  .join(';');
const darkColours = names
  .map((name) => `--${name}:${dark[name]?.[0] ?? ''};--${name}-p:${dark[name]?.[1] ?? ''}`)
  .join(';');
const byName = names
  .map(
    (name) =>
      `.d-${name}{--c:var(--${name});--p:var(--${name}-p)}.f-${name}{fill:var(--${name});background:var(--${name});--c:var(--${name})}`,
  )
  .join('\n');

export const styles = `:root{--ink:#1c2330;--soft:#5b6472;--rule:#dfe3e9;--paper:#fff;--panel:#f7f8fa;--link:#1f5fa8;--lit:#ffe9a8;--shade:#eef1f5;--ontone:#fff;${lightColours}}
@media (prefers-color-scheme:dark){:root{--ink:#e4e8ee;--soft:#9aa4b2;--rule:#333a45;--paper:#14171c;--panel:#1b1f26;--link:#7db7f5;--lit:#5a4a14;--shade:#232932;--ontone:#101317;${darkColours}}}
*{box-sizing:border-box}
html{scroll-padding-top:3.2rem;-webkit-text-size-adjust:100%}
body{margin:0;font:15px/1.5 system-ui,"Segoe UI",Roboto,"Liberation Sans",Arial,sans-serif;color:var(--ink);background:var(--paper);font-variant-numeric:tabular-nums}
main{max-width:100rem;margin:0 auto;padding:0 1.5rem 3rem}
h1{font-size:1.6rem;line-height:1.25;margin:0;overflow-wrap:anywhere}
h2{font-size:1.2rem;margin:2.2rem 0 .6rem;overflow-wrap:anywhere}
h3{font-size:1rem;margin:1.4rem 0 .4rem}
a{color:var(--link);text-underline-offset:.15em}
p{margin:.4rem 0}
:focus-visible{outline:2px solid var(--link);outline-offset:1px}
.quiet,caption,figcaption,dt{color:var(--soft)}
small{font-size:.65em;font-weight:400;color:var(--soft)}
nav{position:sticky;top:0;display:flex;flex-wrap:wrap;gap:.2rem 1.2rem;padding:.6rem 0;background:var(--paper);border-bottom:1px solid var(--rule);z-index:2}
header{display:contents}
header>*{max-width:100rem;margin-inline:auto;padding-inline:1.5rem}
header>h1{padding-top:1.5rem}
.cards{display:grid;grid-template-columns:repeat(auto-fit,minmax(10rem,1fr));gap:.8rem;list-style:none;margin:1.2rem 0;padding:0}
.cards li{display:flex;flex-direction:column;padding:.8rem 1rem;background:var(--panel);border:1px solid var(--rule);border-radius:8px}
.cards .value{font-size:1.8rem;line-height:1.3;font-weight:600}
.cards .quiet,.cards .what{font-size:.85rem}
.charts{display:grid;grid-template-columns:repeat(auto-fit,minmax(min(24rem,100%),1fr));gap:1rem 2.5rem;align-items:start}
.charts h3{margin:.2rem 0 .4rem}
.chart{display:block;width:100%;height:21px;border-radius:3px;background:var(--shade)}
.f-rest{fill:var(--shade)}
.legend{display:flex;flex-wrap:wrap;gap:.1rem 1.1rem;list-style:none;margin:.4rem 0;padding:0;font-size:.9rem}
.swatch,.word .sign{display:inline-block;width:1.25em;height:1.25em;margin-right:.4em;border-radius:50%;font-size:.8em;line-height:1.25em;text-align:center;font-weight:700;color:var(--ontone);background:var(--c,var(--soft))}
.word{white-space:nowrap}
.t-good{--c:var(--exact)}.t-look{--c:var(--review)}.t-work{--c:var(--placeholder)}.t-bad{--c:var(--unsupported)}.t-calm{--c:var(--omitted)}
.bars{width:100%;border-collapse:collapse;font-size:.9rem}
.bars caption{text-align:left;font-weight:600;color:var(--ink);padding:.2rem 0 .3rem;font-size:1rem}
.bars th{font-weight:400;text-align:left;padding:.15rem .8rem .15rem 0;width:1%;white-space:nowrap;max-width:14rem;overflow:hidden;text-overflow:ellipsis}
.bars td{padding:.15rem 0}.bars td.n{padding-left:.8rem;width:1%}
.bars .chart{height:14px}
.scroll{overflow:auto;max-height:75vh;margin:.6rem 0 1.2rem;border:1px solid var(--rule);border-radius:6px}
table.data{border-collapse:separate;border-spacing:0;width:100%;font-size:.9rem}
table.data caption{position:absolute;width:1px;height:1px;overflow:hidden;clip-path:inset(50%)}
details table.data caption{position:static;width:auto;height:auto;clip-path:none;text-align:left;padding:.5rem .7rem;font-weight:600;color:var(--ink)}
.data th{position:sticky;top:0;background:var(--panel);text-align:left;font-weight:600;white-space:nowrap;border-bottom:1px solid var(--rule);z-index:1}
.data th,.data td{padding:.35rem .7rem;vertical-align:top}
.data td{border-bottom:1px solid var(--rule);unicode-bidi:isolate;overflow-wrap:anywhere;min-width:6.5rem;max-width:40rem}
.data td.n{min-width:3rem}
.data td:last-child:not(.n){min-width:18rem}
.data tbody tr:last-child td{border-bottom:0}
.data tbody tr:hover td{background:var(--panel)}
.n{text-align:right!important;white-space:nowrap}
.data td:first-child{min-width:9rem}
th button{all:unset;cursor:pointer;display:inline-flex;gap:.3em}
th button:focus-visible{outline:2px solid var(--link)}
th button::after{content:"\\2195";opacity:.35}
th[aria-sort=ascending] button::after{content:"\\2191";opacity:1}
th[aria-sort=descending] button::after{content:"\\2193";opacity:1}
.data tr.differs td{background:var(--lit)}
details.difference{border-left:3px solid var(--unsupported);padding-left:.8rem;margin:.6rem 0}
.filters{display:flex;flex-wrap:wrap;gap:.5rem;align-items:center;margin:.6rem 0 -.2rem;font-size:.9rem}
.filters input,.filters select,.zoom button{font:inherit;color:inherit;background:var(--paper);border:1px solid var(--rule);border-radius:5px;padding:.25rem .5rem}
.filters input{flex:1 1 12rem;max-width:22rem}
details.strategy{margin:1rem 0;border:1px solid var(--rule);border-radius:8px;padding:0 1.2rem;content-visibility:auto;contain-intrinsic-size:auto 4rem}
details.strategy[open]{contain-intrinsic-size:auto 60rem;padding-bottom:.8rem}
summary{cursor:pointer;padding:.7rem 0}
summary h2,summary h3{display:inline;margin:0 .6rem 0 .2rem}
dl{display:flex;flex-wrap:wrap;gap:.2rem 2rem;margin:.2rem 0 .8rem}dl div{display:flex;gap:.6rem}dd{margin:0;overflow-wrap:anywhere}
.drawings,.sides{display:grid;grid-template-columns:repeat(auto-fit,minmax(min(28rem,100%),1fr));gap:1rem;margin:1rem 0}
figure{margin:0;min-width:0}
figcaption{display:flex;justify-content:space-between;align-items:center;font-weight:600;min-height:2.2rem;unicode-bidi:isolate}
.zoom{display:flex;gap:.3rem}.zoom button{min-width:2rem;cursor:pointer;padding:.1rem .4rem}
.drawings .canvas{height:min(38rem,75vh)}
.canvas{overflow:auto;max-height:min(38rem,75vh);border:1px solid var(--rule);border-radius:6px;background:var(--panel);text-align:center}
.drawing{display:inline-block;vertical-align:top}
.drawing text{text-anchor:middle;font-size:11px;fill:var(--soft)}
.drawing a{cursor:pointer}
.box>rect,.box>polygon,.box>path,.box>circle{fill:var(--p,var(--paper));stroke:var(--c,var(--soft));stroke-width:1.2}
.box .bars{fill:none}
.drawing .box .name{font-size:13px;fill:var(--ink)}
.drawing .box .open{fill:var(--unsupported);font-style:italic}
.drawing .box .jump{fill:var(--soft)}.drawing .box .jump.failure,.drawing .box .jump.exception{fill:var(--unsupported)}
.box .badge{fill:var(--c);stroke:var(--panel)}
.drawing .box .sign{fill:var(--ontone);font-weight:700}
.drawing a:focus-visible{outline:none}
.drawing a:focus-visible .box>rect,.drawing a:focus-visible .box>polygon{stroke:var(--link);stroke-width:3}
.box.lit>rect,.box.lit>polygon{stroke-width:3.2;fill:var(--lit)}
.arrow path{fill:none;stroke:var(--soft);stroke-width:1.2}.arrow polygon{fill:var(--soft)}
.arrow.failure path,.arrow.exception path{stroke:var(--unsupported)}.arrow.failure polygon,.arrow.exception polygon{fill:var(--unsupported)}
.drawing .label{fill:var(--ink);stroke:var(--panel);stroke-width:5px;paint-order:stroke;stroke-linejoin:round}
.drawing .label.failure,.drawing .label.exception{fill:var(--unsupported)}
.arrow.back path{stroke-dasharray:5 3}
.group rect{fill:none;stroke:var(--rule)}
.dim .box:not(.lit),.dim .arrow,.dim .label{opacity:.45}
tr.lit td,code.lit,code:target,tr:target td{background:var(--lit)!important}
.code{margin:0;padding:.5rem 0;overflow:auto;height:min(38rem,75vh);border:1px solid var(--rule);border-radius:6px;font:12.5px/1.45 ui-monospace,Consolas,"Liberation Mono",monospace;tab-size:2}
.code code{display:block;font:inherit;padding:0 .8rem 0 4.2rem;position:relative;white-space:pre;width:max-content;min-width:100%;unicode-bidi:isolate}
.code code::before{content:attr(data-n);position:absolute;left:0;width:3.4rem;text-align:right;color:var(--soft)}
.top{font-size:.9rem}
${byName}
@media (max-width:40rem){header,main,header>*{padding-inline:.8rem}details.strategy{padding-inline:.7rem}.cards{grid-template-columns:1fr 1fr}.scroll,.code{max-height:none}.drawings .canvas{height:24rem}.cards .value{font-size:1.4rem}}
@media print{:root{--ink:#000;--soft:#444;--rule:#bbb;--paper:#fff;--panel:#fff;--link:#000;--lit:#eee;--shade:#eee;--ontone:#fff;${lightColours}}
body{font-size:10pt}nav,.filters,.zoom,.top,th button::after{display:none!important}.scroll,.drawings .canvas,.canvas,.code{overflow:visible;max-height:none;height:auto;border:0}
.data th{position:static}.data tr,figure,.cards li{break-inside:avoid}.drawings,.sides{display:block}.drawing{max-width:100%;max-height:24cm;width:auto;height:auto}.code code{white-space:pre-wrap;width:auto;overflow-wrap:anywhere}
details.strategy{border:0;padding:0;content-visibility:visible;break-before:page}*{print-color-adjust:exact;-webkit-print-color-adjust:exact}}
`;
