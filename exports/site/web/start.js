// The first page: on to the reader's language.

const language = (navigator.language || 'zh').startsWith('zh') ? 'zh' : 'en';
const link = document.querySelector(`.start a[lang=${language}]`);
if (link instanceof HTMLAnchorElement) location.replace(link.href);
