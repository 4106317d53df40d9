/** The Mantine theme: dense, quiet defaults, and the accessible names that its parts need. */
import {
  ActionIcon,
  Autocomplete,
  Badge,
  Button,
  Checkbox,
  CloseButton,
  Combobox,
  createTheme,
  Drawer,
  Input,
  Loader,
  Menu,
  Modal,
  MultiSelect,
  NumberInput,
  Paper,
  Pill,
  Popover,
  Radio,
  SegmentedControl,
  Select,
  Switch,
  Table,
  Tabs,
  Textarea,
  TextInput,
  Tooltip,
  type CSSVariablesResolver,
  type MantineColorsTuple,
} from '@mantine/core'
import type { CSSProperties } from 'react'

const sea: MantineColorsTuple = [
  '#e9f2fb',
  '#d3e4f6',
  '#a6c9ec',
  '#7ab5f0',
  '#5a9fe3',
  '#2f7ac6',
  '#246bb3',
  '#1b5c9e',
  '#154a81',
  '#103a66',
]

const slate: MantineColorsTuple = [
  '#e3e9f0',
  '#c7d1dc',
  '#aab7c5',
  '#8e9cab',
  '#64727f',
  '#42515f',
  '#26323f',
  '#1a2430',
  '#141c25',
  '#0e141b',
]

/** The line under tabs; Mantine's own is brighter than any other line in the dark. */
const lines = { '--tab-border-color': 'var(--qd-line)' } as CSSProperties

/** The program's theme; everything is small unless it says otherwise. */
export const theme = createTheme({
  primaryColor: 'sea',
  primaryShade: { light: 7, dark: 6 },
  colors: { sea, dark: slate },
  autoContrast: true,
  fontFamily: 'var(--qd-font)',
  fontFamilyMonospace: "ui-monospace, 'Cascadia Mono', Menlo, Consolas, monospace",
  fontSizes: { xs: '12px', sm: '13px', md: '14px', lg: '16px', xl: '20px' },
  headings: {
    fontWeight: '600',
    sizes: {
      h1: { fontSize: '20px', lineHeight: '1.25' },
      h2: { fontSize: '16px', lineHeight: '1.3' },
      h3: { fontSize: '14px', lineHeight: '1.35' },
      h4: { fontSize: '13px', lineHeight: '1.4' },
    },
  },
  spacing: { xs: '6px', sm: '10px', md: '14px', lg: '20px', xl: '28px' },
  radius: { xs: '2px', sm: '3px', md: '4px', lg: '6px', xl: '8px' },
  defaultRadius: 'sm',
  cursorType: 'pointer',
  respectReducedMotion: true,
  components: {
    ActionIcon: ActionIcon.extend({ defaultProps: { size: 'sm', variant: 'subtle', color: 'gray' } }),
    Autocomplete: Autocomplete.extend({ defaultProps: { size: 'xs' } }),
    Badge: Badge.extend({
      defaultProps: { size: 'sm', radius: 'sm', variant: 'light', tt: 'none', fw: 500 },
    }),
    Button: Button.extend({ defaultProps: { size: 'xs' } }),
    Checkbox: Checkbox.extend({ defaultProps: { size: 'xs' } }),
    CloseButton: CloseButton.extend({ defaultProps: { size: 'sm' } }),
    Combobox: Combobox.extend({ defaultProps: { shadow: 'md', transitionProps: { duration: 0 } } }),
    Drawer: Drawer.extend({
      defaultProps: {
        lockScroll: false,
        closeButtonProps: { 'aria-label': 'Close' },
        transitionProps: { duration: 120 },
      },
    }),
    Input: Input.extend({ defaultProps: { size: 'xs' } }),
    Loader: Loader.extend({ defaultProps: { size: 'sm' } }),
    Menu: Menu.extend({
      defaultProps: {
        shadow: 'md',
        transitionProps: { duration: 0 },
        position: 'bottom-start',
        withinPortal: true,
      },
    }),
    Modal: Modal.extend({
      defaultProps: {
        lockScroll: false,
        centered: true,
        closeButtonProps: { 'aria-label': 'Close' },
        transitionProps: { duration: 120 },
      },
    }),
    MultiSelect: MultiSelect.extend({ defaultProps: { size: 'xs' } }),
    NumberInput: NumberInput.extend({ defaultProps: { size: 'xs' } }),
    Paper: Paper.extend({
      defaultProps: { withBorder: true },
      // Paper alone takes its border from the palette, where dark has one as bright as a control's.
      styles: { root: { borderColor: 'var(--qd-line)' } },
    }),
    Pill: Pill.extend({ defaultProps: { size: 'xs' } }),
    Popover: Popover.extend({ defaultProps: { shadow: 'md', transitionProps: { duration: 0 } } }),
    Radio: Radio.extend({ defaultProps: { size: 'xs' } }),
    SegmentedControl: SegmentedControl.extend({ defaultProps: { size: 'xs' } }),
    Select: Select.extend({ defaultProps: { size: 'xs', allowDeselect: false } }),
    Switch: Switch.extend({ defaultProps: { size: 'xs' } }),
    Table: Table.extend({
      defaultProps: { verticalSpacing: 4, horizontalSpacing: 8, borderColor: 'var(--qd-line)' },
    }),
    Tabs: Tabs.extend({
      defaultProps: { keepMounted: false },
      styles: { root: lines },
    }),
    Textarea: Textarea.extend({ defaultProps: { size: 'xs' } }),
    TextInput: TextInput.extend({ defaultProps: { size: 'xs' } }),
    Tooltip: Tooltip.extend({
      defaultProps: { openDelay: 350, transitionProps: { duration: 0 }, withArrow: false },
    }),
  },
})

/** Badges and quiet buttons of a colour wear the token that means the same, which is legible in both schemes. */
const lightVariant = (colour: string, token: string): Record<string, string> => ({
  [`--mantine-color-${colour}-light`]: `var(--qd-${token}-wash)`,
  [`--mantine-color-${colour}-light-hover`]: `var(--qd-${token}-wash)`,
  [`--mantine-color-${colour}-light-color`]: `var(--qd-${token})`,
})

/** Puts the program's own tokens under Mantine's variables, so that its parts and ours share one look. */
export const cssVariables: CSSVariablesResolver = () => {
  const shared = {
    '--mantine-color-body': 'var(--qd-surface)',
    '--mantine-color-text': 'var(--qd-ink)',
    '--mantine-color-dimmed': 'var(--qd-ink-faint)',
    '--mantine-color-default-border': 'var(--qd-line)',
    '--mantine-color-placeholder': 'var(--qd-ink-faint)',
    '--mantine-color-error': 'var(--qd-danger)',
    '--mantine-color-anchor': 'var(--qd-accent)',
    ...lightVariant('orange', 'warn'),
    ...lightVariant('yellow', 'warn'),
    ...lightVariant('red', 'danger'),
    ...lightVariant('green', 'ok'),
    ...lightVariant('teal', 'ok'),
    ...lightVariant('blue', 'info'),
    ...lightVariant('gray', 'neutral'),
    ...lightVariant('sea', 'accent'),
  }
  return { variables: {}, light: shared, dark: shared }
}
