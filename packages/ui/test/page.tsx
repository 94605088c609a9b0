import { createRoot } from 'react-dom/client';
import { DesignSystemDocs } from '../src/docs/design-system-docs.tsx';
import { UiProvider } from '../src/ui-provider.tsx';

const query = new URLSearchParams(location.search);
const direction = query.get('direction') === 'rtl' ? 'rtl' : 'ltr';
const theme = query.get('theme') === 'dark' ? 'dark' : 'light';
const density = query.get('density') === 'compact' ? 'compact' : 'comfortable';
const contrast = query.get('contrast') === 'high' ? 'high' : 'standard';
const locale = query.get('locale') ?? 'en';

const root = document.documentElement;
root.dir = direction;
root.dataset.theme = theme;
root.dataset.density = density;
root.dataset.contrast = contrast;

const place = document.getElementById('root');
if (place) {
  createRoot(place).render(
    <UiProvider locale={locale} direction={direction}>
      <main>
        <DesignSystemDocs
          settings={{ theme, direction, density, contrast, locale }}
          find={query.get('find') ?? ''}
        />
      </main>
    </UiProvider>,
  );
}
