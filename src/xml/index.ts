export { attribute, attributeNs, childElement, childElements, elementsWithin, textOf } from './access.js';
export { joinText, sliceText } from './located-text.js';
export { readXml } from './read.js';
export { sourceText, type SourceText } from './source.js';
export * from './tree.js';
