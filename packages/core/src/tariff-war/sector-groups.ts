import type { Economy } from '../economy/economy.ts';

/** Goods that bear one duty in a tariff war. */
export interface SectorGroup {
  readonly id: string;
  readonly name: string;
  /** Codes of sectors; those that an economy does not have are passed over. */
  readonly sectors: readonly string[];
  /** Why these sectors stand together. */
  readonly because: string;
}

/**
 * The eight groups of a tariff war: as coarse as the lists that the three have fought with, and each of sectors whose
 * buyers turn to other suppliers about as readily. Services bear no duty.
 */
export const eightGroups: readonly SectorGroup[] = [
  {
    id: 'agri-food',
    name: 'Agriculture and food',
    sectors: ['AGR', 'FOO'],
    because: 'The first goods on every list of retaliation: many growers, all in one place.',
  },
  {
    id: 'energy-mining',
    name: 'Energy and mining',
    sectors: ['ENE', 'MIN', 'PET'],
    because:
      'Inputs that move by pipe, rail and ship; US duties of 2025 gave Canadian energy a rate of its own.',
  },
  {
    id: 'chemicals',
    name: 'Chemicals, medicines, plastics',
    sectors: ['CHM', 'PHA', 'RUB'],
    because: 'One industry from refinery to moulding; medicines have a Section 232 inquiry of their own.',
  },
  {
    id: 'metals',
    name: 'Metals',
    sectors: ['STL', 'NFM', 'FMT'],
    because: 'Steel, aluminium, copper and what is made of them: the goods of Section 232 since 2018.',
  },
  {
    id: 'electronics',
    name: 'Electronics and electrical equipment',
    sectors: ['ELE', 'EEQ'],
    because: 'The most easily replaced of manufactures here, and Mexico’s largest export beside vehicles.',
  },
  {
    id: 'machinery',
    name: 'Machinery and other transport equipment',
    sectors: ['MAC', 'OTE'],
    because: 'Machines, aircraft and railway stock: made to order and hard to replace.',
  },
  {
    id: 'vehicles',
    name: 'Motor vehicles and parts',
    sectors: ['VEH', 'VPT'],
    because:
      'Built across the three countries; the goods of the rules of origin and of Section 232 since 2025.',
  },
  {
    id: 'other-manufactures',
    name: 'Other manufactures',
    sectors: ['TEX', 'WOO', 'PAP', 'NMM', 'OMF'],
    because: 'What is left of goods: textiles, wood, paper, building materials, furniture.',
  },
];

/** One duty on all goods of a partner. */
export function oneGroup({ sectors }: Economy): readonly SectorGroup[] {
  const goods = sectors.filter(({ kind }) => kind === 'goods').map(({ code }) => code);
  return [
    { id: 'goods', name: 'All goods', sectors: goods, because: 'One duty on whatever a partner sells.' },
  ];
}

/** A duty of its own on each kind of goods that the economy tells apart. */
export function everySector({ sectors }: Economy): readonly SectorGroup[] {
  return sectors
    .filter(({ kind }) => kind === 'goods')
    .map(({ code, name }) => ({
      id: code,
      name,
      sectors: [code],
      because: 'As finely as the economy tells goods apart.',
    }));
}
