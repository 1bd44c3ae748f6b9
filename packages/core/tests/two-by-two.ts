/** The files of a made-up economy of two regions and two sectors, small enough to check by hand. */
export function twoByTwo(): Map<string, string> {
  return new Map(Object.entries(files));
}

// HOM: value added 0.5·130 + 0.7·200 = 205, revenue 2, deficit -10, so final expenditure 197; of goods it buys
// 122 and uses 0.3·130 + 0.1·200 = 59, so 63/197 of final expenditure goes to them. FOR likewise.
const files = {
  'economy.yaml': `id: two-by-two
title: Two regions, two sectors
year: 2024
unit: million US$
parties: [HOM, FOR]
default-elasticities: central
`,
  'regions.csv': `region,name,deficit,gdp,tariff_revenue,final_expenditure
HOM,Home,-10,205,2,197
FOR,"Foreign, all of it",10,295,1.5,306.5
`,
  'sectors.csv': `sector,name,kind
GDS,Goods,goods
SVC,Services,services
`,
  'trade_flows.csv': `importer,exporter,sector,value,duty,value_source,duty_source
HOM,HOM,GDS,100,0,residual,
HOM,HOM,SVC,200,0,residual,
HOM,FOR,GDS,20,0.1,customs,customs
HOM,FOR,SVC,0,0,,
FOR,HOM,GDS,30,0.05,customs,customs
FOR,HOM,SVC,0,0,,
FOR,FOR,GDS,150,0,residual,
FOR,FOR,SVC,300,0,residual,
`,
  'region_sector.csv': `region,sector,value_added_share,final_demand_share,gross_output,expenditure,value_added
HOM,GDS,0.5,${63 / 197},130,122,65
HOM,SVC,0.7,${134 / 197},200,200,140
FOR,GDS,0.5,${100.5 / 306.5},170,181.5,85
FOR,SVC,0.7,${206 / 306.5},300,300,210
`,
  'input_shares.csv': `region,input,user,share
HOM,GDS,GDS,0.3
HOM,GDS,SVC,0.1
HOM,SVC,GDS,0.2
HOM,SVC,SVC,0.2
FOR,GDS,GDS,0.3
FOR,GDS,SVC,0.1
FOR,SVC,GDS,0.2
FOR,SVC,SVC,0.2
`,
  'elasticities.csv': `sector,central,low
GDS,4,2
SVC,4.5,4.5
`,
  'sources.csv': `source,kind,description
customs,observed,Customs records
residual,derived,Output less exports
`,
};
