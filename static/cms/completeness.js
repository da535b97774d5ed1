/* The completeness line of the editor: its links open the tab of a field, and it is read again after each save. */
(function () {
  'use strict';

  function open(name) {
    var target = document.querySelector('[data-contentpath="' + name + '"]')
      || document.getElementById('id_' + name)
      || document.getElementById('id_' + name + '-TOTAL_FORMS');
    if (!target) return false;
    var tabPanel = target.closest('[role="tabpanel"]');
    var tab = tabPanel && document.querySelector('[role="tab"][aria-controls="' + tabPanel.id + '"]');
    if (tab) tab.click();
    var section = target.closest('section.w-panel') || target;
    section.scrollIntoView({ block: 'start' });
    var field = section.querySelector('input:not([type="hidden"]), textarea, select, [contenteditable="true"], button');
    if (field) field.focus({ preventScroll: true });
    return true;
  }

  document.addEventListener('click', function (event) {
    var link = event.target.closest('[data-completeness-field]');
    if (link && open(link.getAttribute('data-completeness-field'))) event.preventDefault();
  });

  document.addEventListener('w-autosave:success', function () {
    var line = document.querySelector('[data-completeness-url]');
    var key = /\/pages\/(\d+)\/edit\//.exec(window.location.pathname);
    if (!line || !key) return;
    var wasOpen = Boolean(line.querySelector('details[open]'));
    fetch(line.getAttribute('data-completeness-url').replace('/0/', '/' + key[1] + '/'), { credentials: 'same-origin' })
      .then(function (response) { return response.ok ? response.text() : null; })
      .then(function (html) {
        if (html === null) return;
        line.innerHTML = html;
        var details = line.querySelector('details');
        if (details) details.open = wasOpen;
      });
  });
}());
