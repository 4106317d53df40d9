/** Putting somebody on the map: a person of the account, somebody from a pasted signature, or a name for somebody unknown. */
import { Alert, Group, Modal, Select, Tabs, Text, Textarea, TextInput } from '@mantine/core'
import { useState, type ReactNode } from 'react'
import type { Id } from '#shared/base/id'
import type { RecordOf } from '#shared/model/catalog'
import { readSignature } from '#shared/strategy/signature'
import type { DealMap } from '../../store/deal-map'
import { useRegion } from '../../store/use-region'
import { VerbForm } from '../../ui/part/verb-form'
import type { MapEdits, NewBuyer } from './use-map-edits'

/** The three ways. */
export type AddWay = 'known' | 'signature' | 'unknown'

/** The dialog; show it by drawing it. */
export function AddBuyer(props: {
  readonly deal: DealMap
  readonly vocabulary: string
  readonly edits: MapEdits
  readonly way: AddWay
  readonly onClose: () => void
  readonly onAdded: (id: string) => void
}) {
  const { deal, vocabulary, edits } = props
  const [way, setWay] = useState<AddWay>(props.way)
  const [role, setRole] = useState<string | null>(null)
  const finish = async (buyer: NewBuyer, name: string): Promise<void> => {
    const roles: RecordOf<'buyerRole'>['roles'] =
      role === null ? [] : [{ vocabulary, role, basis: buyer.kind === 'unknown' ? 'assumed' : 'stated' }]
    const id = await edits.add(buyer, roles, `Put ${name} on the map of ${deal.row.deal.name}`)
    props.onClose()
    if (id !== null) props.onAdded(id)
  }
  const roleSelect = (
    <Select
      label="Role"
      placeholder="Not known yet"
      clearable
      data={(deal.map.words.get(vocabulary) ?? []).map(each => ({ value: each.key, label: each.label }))}
      value={role}
      onChange={setRole}
    />
  )
  return (
    <Modal opened onClose={props.onClose} title="Put somebody on the map" size="md">
      <Tabs value={way} onChange={next => setWay((next ?? 'known') as AddWay)}>
        <Tabs.List mb="sm">
          <Tabs.Tab value="known">Person of the account</Tabs.Tab>
          <Tabs.Tab value="signature">From a signature</Tabs.Tab>
          <Tabs.Tab value="unknown">Somebody unknown</Tabs.Tab>
        </Tabs.List>
        <Tabs.Panel value="known">
          <Known deal={deal} role={roleSelect} onDone={finish} onCancel={props.onClose} />
        </Tabs.Panel>
        <Tabs.Panel value="signature">
          <Signature deal={deal} role={roleSelect} onDone={finish} onCancel={props.onClose} />
        </Tabs.Panel>
        <Tabs.Panel value="unknown">
          <Unknown role={roleSelect} onDone={finish} onCancel={props.onClose} />
        </Tabs.Panel>
      </Tabs>
    </Modal>
  )
}

interface WayProps {
  readonly role: ReactNode
  readonly onDone: (buyer: NewBuyer, name: string) => Promise<void>
  readonly onCancel: () => void
}

function Known({ deal, role, onDone, onCancel }: WayProps & { readonly deal: DealMap }) {
  const region = useRegion('person')
  const [person, setPerson] = useState<string | null>(null)
  const there = new Set(deal.map.buyers.map(each => each.person?.id))
  const { account } = deal.row.deal
  const people = (account ? region.where('person', 'account', account) : []).filter(
    each => !there.has(each.id),
  )
  const chosen = people.find(each => each.id === person)
  return (
    <VerbForm
      onCancel={onCancel}
      verb="Put on the map"
      disabled={!chosen}
      onSubmit={() => {
        if (chosen) return onDone({ kind: 'known', person: chosen.id as Id<'person'> }, chosen.name)
      }}
    >
      {people.length === 0 ? (
        <Text size="sm" c="dimmed">
          {account
            ? 'Everybody known at this account is on the map. Paste a signature, or name somebody unknown.'
            : 'This deal names no account. Paste a signature, or name somebody unknown.'}
        </Text>
      ) : (
        <Select
          label="Person"
          data-autofocus
          searchable
          data={people.map(each => ({
            value: each.id,
            label: [each.name, each.title].filter(Boolean).join(', '),
          }))}
          value={person}
          onChange={setPerson}
        />
      )}
      {role}
    </VerbForm>
  )
}

function Signature({ deal, role, onDone, onCancel }: WayProps & { readonly deal: DealMap }) {
  const [text, setText] = useState('')
  const [own, setOwn] = useState<{
    readonly name?: string
    readonly title?: string
    readonly department?: string
  }>({})
  const read = readSignature(text)
  const name = own.name ?? read.name ?? ''
  const title = own.title ?? read.title ?? ''
  const department = own.department ?? read.department ?? ''
  const region = useRegion('person')
  const known =
    read.email === null
      ? undefined
      : region.all('person').find(each => each.email?.toLowerCase() === read.email)
  const there = known && deal.map.buyers.some(each => each.person?.id === known.id)
  return (
    <VerbForm
      onCancel={onCancel}
      verb="Put on the map"
      disabled={name.trim() === '' || there === true}
      onSubmit={() => {
        if (name.trim() === '' || there) return
        return onDone(
          known
            ? { kind: 'known', person: known.id }
            : {
                kind: 'new',
                values: {
                  name: name.trim(),
                  title: title.trim() || null,
                  department: department.trim() || null,
                  email: read.email,
                  phone: read.phone,
                  mobile: read.mobile,
                },
              },
          known?.name ?? name.trim(),
        )
      }}
    >
      <Textarea
        label="Signature"
        description="Paste the end of an e-mail"
        data-autofocus
        autosize
        minRows={4}
        maxRows={9}
        value={text}
        onChange={event => {
          setText(event.currentTarget.value)
          setOwn({})
        }}
      />
      <TextInput
        label="Name"
        value={name}
        onChange={event => setOwn({ ...own, name: event.currentTarget.value })}
      />
      <Group grow>
        <TextInput
          label="Title"
          value={title}
          onChange={event => setOwn({ ...own, title: event.currentTarget.value })}
        />
        <TextInput
          label="Department"
          value={department}
          onChange={event => setOwn({ ...own, department: event.currentTarget.value })}
        />
      </Group>
      <Text size="xs" c="dimmed">
        {[read.email, read.phone, read.mobile, read.company].filter(Boolean).join(' · ') ||
          'E-mail and phones are read from the signature.'}
      </Text>
      {known ? (
        <Alert color={there ? 'orange' : 'blue'}>
          {there
            ? `${known.name} has this e-mail address and is on the map already.`
            : `${known.name} has this e-mail address: the known person is put on the map.`}
        </Alert>
      ) : null}
      {role}
    </VerbForm>
  )
}

function Unknown({ role, onDone, onCancel }: WayProps) {
  const [name, setName] = useState('')
  return (
    <VerbForm
      onCancel={onCancel}
      verb="Put on the map"
      disabled={name.trim() === ''}
      onSubmit={() => {
        if (name.trim() !== '') return onDone({ kind: 'unknown', placeholder: name.trim() }, name.trim())
      }}
    >
      <TextInput
        label="What is known of the person"
        placeholder="Unknown CFO"
        data-autofocus
        value={name}
        onChange={event => setName(event.currentTarget.value)}
      />
      {role}
    </VerbForm>
  )
}
