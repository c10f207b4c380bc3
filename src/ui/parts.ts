export { type Asset, type AssetName, assets, assetUrl, contentSecurityPolicy } from './assets.ts';
export { defineWords, type Language, type Phrases, type SameWords } from './catalogue.ts';
export { type Bar, BarChart } from './charts/bar-chart.tsx';
export { type Line, LineChart, type LinePoint, MOST_LINES } from './charts/line-chart.tsx';
export { chartPicture } from './charts/picture.tsx';
export { chartPng } from './charts/png.ts';
export { type Shape, ShapeMap } from './charts/shape-map.tsx';
export { type SpiderAxis, SpiderChart } from './charts/spider-chart.tsx';
export { type Tile, TileMap } from './charts/tile-map.tsx';
export { Alert, type AlertTone } from './components/alert.tsx';
export { Button, ButtonGroup, type ButtonKind, LinkButton, PrintButton } from './components/button.tsx';
export {
  Card,
  CardGrid,
  Details,
  EmptyState,
  Hidden,
  Link,
  ResultItem,
  Section,
  WaitingState,
} from './components/card.tsx';
export { Checkbox, CheckboxGroup, type Choice, RadioGroup, ScaleField, Tick } from './components/choice-fields.tsx';
export { ConsentCard, CrisisBox } from './components/consent.tsx';
export { Counts, DataList, type Fact } from './components/data-list.tsx';
export { type Column, DataTable } from './components/data-table.tsx';
export {
  DateField,
  type DateParts,
  dateOfParts,
  datePartsOf,
  isEmptyDate,
  readDateParts,
} from './components/date-field.tsx';
export { ErrorSummary, type FormError } from './components/error-summary.tsx';
export { type FieldProps, FormSection } from './components/field.tsx';
export { Form, type FormState, formErrors, kept, keptMany, SearchForm } from './components/form.tsx';
export { Letter } from './components/letter.tsx';
export {
  Breadcrumbs,
  type ChoiceLink,
  type Crumb,
  type FilterGroup,
  Filters,
  LinkList,
  Pager,
  Tabs,
} from './components/links.tsx';
export { Messages, type MessageView } from './components/messages.tsx';
export { type Due, DueLabel, Status, TaskStatus, type Tone, toneOfStatus } from './components/status.tsx';
export { type FitReason, type Step, Steps, WhyItFits } from './components/steps.tsx';
export { FileField, NumberField, SelectField, TextArea, TextField } from './components/text-fields.tsx';
export { Timeline, type TimelineEvent } from './components/timeline.tsx';
export {
  type DateStyle,
  daysBetween,
  formatDate,
  formatDateTime,
  formatDistance,
  formatMoney,
  formatNumber,
  formatTime,
  ordinal,
  plural,
} from './format.ts';
export { Icon, type IconName } from './icon.tsx';
export { type Page, type PageKind, renderPage } from './page.tsx';
export {
  type Flash,
  InDutch,
  InLanguage,
  type NavItem,
  type PageContext,
  PageContextProvider,
  useLanguage,
  usePageContext,
  useWords,
} from './page-context.tsx';
export { type ProblemView, problemKindOf, problemPage } from './problem-page.tsx';
export { type SharedWords, sharedWords } from './words.ts';
