<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="zh" sourcelanguage="en">
<context>
    <name>Rainshed</name>
    <message>
        <source>urban waterlogging analysis</source>
        <translation>城市内涝分析</translation>
    </message>
    <message>
        <source>DEM (m)</source>
        <translation>DEM（m）</translation>
    </message>
    <message>
        <source>Band</source>
        <translation>波段</translation>
    </message>
    <message>
        <source>Buildings</source>
        <translation>建筑物</translation>
    </message>
    <message>
        <source>Raise buildings by (m)</source>
        <translation>建筑物抬高（m）</translation>
    </message>
    <message>
        <source>Channels</source>
        <translation>河道沟渠</translation>
    </message>
    <message>
        <source>Lower channels by (m)</source>
        <translation>河道沟渠下切（m）</translation>
    </message>
    <message>
        <source>Culverts</source>
        <translation>涵洞</translation>
    </message>
    <message>
        <source>Barriers (walls, kerbs, dykes)</source>
        <translation>挡水物（墙、路缘石、堤）</translation>
    </message>
    <message>
        <source>Raise barriers by (m)</source>
        <translation>挡水物抬高（m）</translation>
    </message>
    <message>
        <source>Close gaps: interpolate cells without data inside the DEM</source>
        <translation>填补空洞：对 DEM 内部无数据的栅格单元插值</translation>
    </message>
    <message>
        <source>Conditioned DEM (m)</source>
        <translation>修正后 DEM（m）</translation>
    </message>
    <message>
        <source>Largest gap to close (cells; empty: any)</source>
        <translation>填补的最大空洞（栅格数；留空：不限）</translation>
    </message>
    <message>
        <source>Elevation model: ground levels on a north-up grid in a projected CRS. Elevations in metres; feet are converted where the CRS or the band says so. A DEM in degrees, a rotated one and a south-up one are refused.</source>
        <translation>数字高程模型：地面高程，栅格正北朝上，采用投影坐标系（CRS）。高程单位为米；CRS 或波段注明单位为英尺时自动换算。以度为单位、经过旋转或南向朝上的 DEM 不予接受。</translation>
    </message>
    <message>
        <source>Band of the DEM that holds the elevations; default 1.</source>
        <translation>DEM 中存放高程的波段；默认 1。</translation>
    </message>
    <message>
        <source>Optional polygons: buildings. A cell is raised if its centre is covered.</source>
        <translation>可选的面：建筑物。栅格单元的中心被覆盖时，该栅格单元被抬高。</translation>
    </message>
    <message>
        <source>By how much buildings are raised, m, 0 or more; default 5. Enough to turn water away; it need not be the true height.</source>
        <translation>建筑物的抬高量，m，不小于 0；默认 5。足以挡水即可，不必是真实高度。</translation>
    </message>
    <message>
        <source>Optional lines or polygons: channels, ditches, rivers. Every cell that they touch is lowered.</source>
        <translation>可选的线或面：河道、沟渠、江河。要素触及的每个栅格单元都下切。</translation>
    </message>
    <message>
        <source>By how much channels are lowered, m, 0 or more; default 1.</source>
        <translation>河道沟渠的下切量，m，不小于 0；默认 1。</translation>
    </message>
    <message>
        <source>Optional lines: culverts, underpasses, gaps under bridges, drawn from end to end. The cells along the line are cut down to a level that falls evenly from its higher to its lower end; cells that are lower already stay. Let both ends lie on the open ground or bed.</source>
        <translation>可选的线：涵洞、下穿通道、桥下空间，从一端画到另一端。沿线的栅格单元下切到从较高一端向较低一端均匀下降的高程；原本已更低的栅格单元保持不变。两端应落在开敞的地面或沟床上。</translation>
    </message>
    <message>
        <source>Optional lines or polygons: walls, kerbs, dykes. Every cell that they touch is raised, and one more where two of these meet only at a corner, so that no water slips through.</source>
        <translation>可选的线或面：墙、路缘石、堤坝。要素触及的每个栅格单元都抬高；其中两个栅格单元只在角点相接处，再多抬高一个，使水不会漏过。</translation>
    </message>
    <message>
        <source>By how much barriers are raised, m, 0 or more; default 0.5.</source>
        <translation>挡水物的抬高量，m，不小于 0；默认 0.5。</translation>
    </message>
    <message>
        <source>If yes, cells without data that data surround are interpolated by inverse distance from the cells around, however large the gap (see LARGEST_GAP); gaps that reach the raster's edge stay. Default no, and water leaves at a gap.</source>
        <translation>选“是”时，四周有数据的无数据栅格由周围栅格按反距离插值，无论空洞多大（见 LARGEST_GAP）；达到栅格边缘的空洞保留。默认为否，水在空洞处流出。</translation>
    </message>
    <message>
        <source>Conditioned DEM, m (GeoTIFF, float32, nodata -9999).</source>
        <translation>修正后的 DEM，m（GeoTIFF，float32，无数据值（nodata）-9999）。</translation>
    </message>
    <message>
        <source>With CLOSE_GAPS: gaps of more cells than this stay open, 1 or more; empty (default): gaps of any size are closed. assess takes 25: larger gaps are water or the edge of a survey and stay outlets.</source>
        <translation>与 CLOSE_GAPS 同用：栅格数超过此值的空洞保留，1 或以上；留空（默认）：任何大小的空洞都填补。assess 取 25：更大的空洞是水面或测区边缘，仍作为出口。</translation>
    </message>
    <message>
        <source>Rain to flood (mm)</source>
        <translation>致涝雨量（mm）</translation>
    </message>
    <message>
        <source>Zones</source>
        <translation>分区</translation>
    </message>
    <message>
        <source>Flooded area that a zone no longer copes with (m2)</source>
        <translation>视为分区不能应对的积水面积（m2）</translation>
    </message>
    <message>
        <source>A1 of the storm formula q = 167 A1 (1 + C lg P) / (t + b)^n</source>
        <translation>暴雨强度公式 q = 167 A1 (1 + C lg P) / (t + b)^n 的 A1</translation>
    </message>
    <message>
        <source>C of the storm formula</source>
        <translation>暴雨强度公式的 C</translation>
    </message>
    <message>
        <source>b of the storm formula (min)</source>
        <translation>暴雨强度公式的 b（min）</translation>
    </message>
    <message>
        <source>n of the storm formula</source>
        <translation>暴雨强度公式的 n</translation>
    </message>
    <message>
        <source>Duration of the rain, for its return period (min)</source>
        <translation>降雨历时，用于求重现期（min）</translation>
    </message>
    <message>
        <source>Rain that zones cope with</source>
        <translation>分区可应对降雨量</translation>
    </message>
    <message>
        <source>Zones whose rain is known</source>
        <translation>可应对降雨量已知的分区数</translation>
    </message>
    <message>
        <source>Zones not flooded up to the greatest rain of the raster</source>
        <translation>栅格最大雨量以内不积水的分区数</translation>
    </message>
    <message>
        <source>Least rain that a zone copes with (mm)</source>
        <translation>各分区可应对降雨量的最小值（mm）</translation>
    </message>
    <message>
        <source>City with a known storm formula, instead of A1, C, B and N</source>
        <translation>已知暴雨强度公式的城市（代替 A1、C、B 和 N）</translation>
    </message>
    <message>
        <source>Raster of the rain that floods each cell, mm, the output of raintoflood. North-up, in a projected CRS.</source>
        <translation>各栅格单元致涝雨量的栅格，mm，raintoflood 的输出。正北朝上，采用投影坐标系（CRS）。</translation>
    </message>
    <message>
        <source>Polygons such as the zones of drainagezones; they may lie upon each other. Reprojected if in another CRS. Zones none of which covers a cell of the raster are refused.</source>
        <translation>面，如 drainagezones 的分区；可以相互重叠。坐标系（CRS）不同时重投影。所有分区都未覆盖栅格的任何单元时，不予接受。</translation>
    </message>
    <message>
        <source>Flooded area from which a zone no longer copes, m2, 0 or more; default 50 (own choice: two lanes of a street over the length of two cars). Rounded up to whole cells, at least one.</source>
        <translation>分区不再能应对的起始被淹面积，m2，不小于 0；默认 50（自拟：两条车道乘以两辆汽车的长度）。向上取整为整数个栅格单元，至少一个。</translation>
    </message>
    <message>
        <source>A1 of the storm formula q = 167 A1 (1 + C lg P) / (t + b)^n, with q in L/s per ha. Where a place publishes A = 167 A1, this is A / 167. No city is taken as default.</source>
        <translation>暴雨强度公式 q = 167 A1 (1 + C lg P) / (t + b)^n 中的 A1，q 以 L/s per ha 计。若当地公布的是 A = 167 A1，则此处为 A / 167。不以任何城市为默认。</translation>
    </message>
    <message>
        <source>C of the storm formula, above 0.</source>
        <translation>暴雨强度公式中的 C，大于 0。</translation>
    </message>
    <message>
        <source>b of the storm formula, min.</source>
        <translation>暴雨强度公式中的 b，min。</translation>
    </message>
    <message>
        <source>n of the storm formula.</source>
        <translation>暴雨强度公式中的 n。</translation>
    </message>
    <message>
        <source>Duration t in which the rain falls, min, above 0. Needed with the formula, without a default.</source>
        <translation>降雨历时 t，min，大于 0。采用公式时必须给出，无默认值。</translation>
    </message>
    <message>
        <source>The zones, polygons in the CRS of the raster, with all their fields and more. Fields: cope_mm (greatest uniform rain at which less than WET_AREA of the zone is flooded, mm; empty where there is none); cope_years (return period of this rain in DURATION, years; empty without a storm formula, and outside the range that a city's is published for); cope_note (why cope_mm is empty: more than the greatest rain of the raster, off the raster, smaller than WET_AREA, no geometry).</source>
        <translation>分区，面，采用栅格的坐标系（CRS），保留其全部字段并增加新字段。字段：cope_mm（分区内被淹面积小于 WET_AREA 时的最大均匀降雨量，mm；没有时为空）；cope_years（该降雨量在 DURATION 内的重现期，年；没有暴雨强度公式时为空，超出城市公式公布的适用范围时也为空）；cope_note（cope_mm 为空的原因：超过栅格的最大降雨量、在栅格范围外、小于 WET_AREA、没有几何）。</translation>
    </message>
    <message>
        <source>Id of a city or district whose storm formula is known, instead of A1, C, B and N: those of designstorm. No default. The log names the source, how sure it is and what it is published for; a rain outside the return periods that the source states has no cope_years.</source>
        <translation>已知其暴雨强度公式的城市或区的 id，用以代替 A1、C、B 和 N：与 designstorm 的相同。无默认值。日志写明来源、可靠程度及其公布的适用范围；超出来源所述重现期范围的降雨没有 cope_years。</translation>
    </message>
    <message>
        <source>Sinks (points, lines or polygons where water leaves)</source>
        <translation>汇点（水流离开之处，点、线或面）</translation>
    </message>
    <message>
        <source>Keep those deeper than (m)</source>
        <translation>保留深度大于（m）</translation>
    </message>
    <message>
        <source>Keep those wider than (m2)</source>
        <translation>保留面积大于（m2）</translation>
    </message>
    <message>
        <source>Keep those holding more than (m3)</source>
        <translation>保留容积大于（m3）</translation>
    </message>
    <message>
        <source>Levels</source>
        <translation>层级</translation>
    </message>
    <message>
        <source>Depressions</source>
        <translation>洼地</translation>
    </message>
    <message>
        <source>Pour points</source>
        <translation>溢出点</translation>
    </message>
    <message>
        <source>Storage curves</source>
        <translation>库容曲线</translation>
    </message>
    <message>
        <source>No water leaves at the DEM's edge</source>
        <translation>DEM 边缘不出流</translation>
    </message>
    <message>
        <source>Number of depressions</source>
        <translation>洼地数</translation>
    </message>
    <message>
        <source>Volume of the outermost ones listed (m3)</source>
        <translation>所列最外层洼地的容积（m3）</translation>
    </message>
    <message>
        <source>Optional points, lines or polygons where water leaves the surface, without any limit of capacity. Every cell that a feature touches is a sink.</source>
        <translation>可选的点、线或面，水在此离开地表，能力不设上限。要素触及的每个栅格单元都是汇点。</translation>
    </message>
    <message>
        <source>Keep depressions deeper than this, m, 0 or more; default 0.05. Shallower ones are within the noise of a lidar DEM.</source>
        <translation>保留深度大于此值的洼地，m，不小于 0；默认 0.05。更浅的洼地处在激光雷达 DEM 的噪声之内。</translation>
    </message>
    <message>
        <source>Keep depressions whose area at the spill level is greater than this, m2, 0 or more; default 0.</source>
        <translation>保留溢流高程处面积大于此值的洼地，m2，不小于 0；默认 0。</translation>
    </message>
    <message>
        <source>Keep depressions that hold more than this, m3, 0 or more; default 0.</source>
        <translation>保留蓄水量大于此值的洼地，m3，不小于 0；默认 0。</translation>
    </message>
    <message>
        <source>outer (default): only the outermost depressions. all: the nested ones too.</source>
        <translation>outer（默认）：只列最外层的洼地。all：嵌套在内的也列出。</translation>
    </message>
    <message>
        <source>Depressions, polygons at their spill level. Fields: dep_id (number); parent (dep_id of the smallest listed depression around it, 0 = none); level (1 = no other inside; counted before the filters); pit_z (elevation of its lowest point, m); spill_z (spill level, m); depth_m (spill_z - pit_z, m); area_m2 (area below the spill level, m2); vol_m3 (volume below the spill level, m3); catch_m2 (ground that drains to it, itself counted, without what spills in from neighbours, m2); rain_mm (uniform runoff at which it is full, inflow from spilling neighbours counted, mm; empty = never); flows_to (dep_id of the next listed depression on the way of its spill, 0 = outside).</source>
        <translation>洼地，溢流高程处的面。字段：dep_id（编号）；parent（包围它的最小的所列洼地的 dep_id，0 = 无）；level（层级，1 = 内部没有其他洼地；按筛选前计算）；pit_z（最低点的高程，m）；spill_z（溢流高程，m）；depth_m（spill_z - pit_z，m）；area_m2（溢流高程以下的面积，m2）；vol_m3（溢流高程以下的容积，m3）；catch_m2（排向它的地面，含其自身，不含从相邻洼地溢入的部分，m2）；rain_mm（使其蓄满的均匀径流量，计入相邻洼地溢流的来水，mm；空 = 永不蓄满）；flows_to（其溢流沿途下一个所列洼地的 dep_id，0 = 外部）。</translation>
    </message>
    <message>
        <source>Points where the listed depressions spill, on the higher cell of the saddle. Fields: dep_id (number of the depression); flows_to (dep_id that takes the spill, 0 = outside); spill_z (spill level, m). Made only if asked for.</source>
        <translation>所列洼地的溢出点，位于鞍部较高的栅格单元上。字段：dep_id（洼地编号）；flows_to（接纳溢流的洼地的 dep_id，0 = 外部）；spill_z（溢流高程，m）。仅在要求时生成。</translation>
    </message>
    <message>
        <source>Table of storage against level, 21 rows for each listed depression, in even steps from its pit to its spill level. Fields: dep_id (number of the depression); z (water level, m); depth_m (above the pit, m); area_m2 (wet area, m2); vol_m3 (volume, m3). Made only if asked for.</source>
        <translation>水位与蓄水量关系表，每个所列洼地 21 行，从洼地最低点到溢流高程等步长。字段：dep_id（洼地编号）；z（水位，m）；depth_m（高出洼地最低点的水深，m）；area_m2（淹水面积，m2）；vol_m3（容积，m3）。仅在要求时生成。</translation>
    </message>
    <message>
        <source>Advanced. If yes, no water leaves at the DEM's edge or beside cells without data, and such cells are treated like any other. Default no. A depression that then has no way out has no spill level and is not listed.</source>
        <translation>高级参数。选“是”时，水不从 DEM 边缘或无数据的栅格单元旁流出，这些栅格单元与其他栅格单元同样处理。默认“否”。此时没有出路的洼地没有溢流高程，不予列出。</translation>
    </message>
    <message>
        <source>Method</source>
        <translation>方法</translation>
    </message>
    <message>
        <source>Least slope for fill_slope (degrees)</source>
        <translation>fill_slope 的最小坡度（度）</translation>
    </message>
    <message>
        <source>Greatest length of a breach (m)</source>
        <translation>开槽的最大长度（m）</translation>
    </message>
    <message>
        <source>Greatest depth of a breach (m)</source>
        <translation>开槽的最大深度（m）</translation>
    </message>
    <message>
        <source>Filled DEM (m)</source>
        <translation>填洼后 DEM（m）</translation>
    </message>
    <message>
        <source>Depth of fill (m)</source>
        <translation>填洼深度（m）</translation>
    </message>
    <message>
        <source>Volume of the fill (m3)</source>
        <translation>填方体积（m3）</translation>
    </message>
    <message>
        <source>Greatest depth of the fill (m)</source>
        <translation>最大填洼深度（m）</translation>
    </message>
    <message>
        <source>Raised cells</source>
        <translation>抬高的栅格单元数</translation>
    </message>
    <message>
        <source>Volume of the cut (m3)</source>
        <translation>挖方体积（m3）</translation>
    </message>
    <message>
        <source>Greatest depth of the cut (m)</source>
        <translation>最大下切深度（m）</translation>
    </message>
    <message>
        <source>Lowered cells</source>
        <translation>降低的栅格单元数</translation>
    </message>
    <message>
        <source>Breached pits</source>
        <translation>已开槽的洼地数</translation>
    </message>
    <message>
        <source>Pits that could not be breached</source>
        <translation>未能开槽的洼地数</translation>
    </message>
    <message>
        <source>fill (default), fill_slope, breach or breach_fill.</source>
        <translation>fill（默认）、fill_slope、breach 或 breach_fill。</translation>
    </message>
    <message>
        <source>Least slope for fill_slope, degrees, 0 to 45; default 0.01 (1.7 mm in 10 m). Used by fill_slope only.</source>
        <translation>fill_slope 的最小坡度，度，0 至 45；默认 0.01（10 m 内 1.7 mm）。仅用于 fill_slope。</translation>
    </message>
    <message>
        <source>Greatest length of a breach, m, measured along the ditch from the pit to the lower cell that it reaches; default 100. At 0 nothing is breached. Used by breach and breach_fill only.</source>
        <translation>开槽的最大长度，m，沿沟从洼地最低点量到所达到的较低栅格单元；默认 100。为 0 时不开槽。仅用于 breach 和 breach_fill。</translation>
    </message>
    <message>
        <source>Greatest depth of a breach, m: no cell is lowered by more; default 5. At 0 nothing is breached. Used by breach and breach_fill only.</source>
        <translation>开槽的最大深度，m：任何栅格单元的下切都不超过此值；默认 5。为 0 时不开槽。仅用于 breach 和 breach_fill。</translation>
    </message>
    <message>
        <source>Filled or breached DEM, m (GeoTIFF, float32, nodata -9999).</source>
        <translation>填洼或开槽后的 DEM，m（GeoTIFF，float32，无数据值（nodata）-9999）。</translation>
    </message>
    <message>
        <source>Depth of fill, m: OUTPUT minus DEM where OUTPUT is the higher one, else 0 (GeoTIFF). Made only if asked for.</source>
        <translation>填洼深度，m：OUTPUT 较高处为 OUTPUT 减去 DEM，其余为 0（GeoTIFF）。仅在要求时生成。</translation>
    </message>
    <message>
        <source>Advanced. If yes, no water leaves at the DEM's edge or beside cells without data, and such cells are treated like any other. Default no. A part of the DEM that then has no way out is raised to the level at which its depressions drain to its lowest point.</source>
        <translation>高级参数。选“是”时，水不从 DEM 边缘或无数据的栅格单元旁流出，这些栅格单元与其他栅格单元同样处理。默认“否”。此时 DEM 中没有出路的部分，抬高到其中各洼地能排向该部分最低点的高程。</translation>
    </message>
    <message>
        <source>Depth to be exceeded (m)</source>
        <translation>需超过的水深（m）</translation>
    </message>
    <message>
        <source>Runoff coefficient</source>
        <translation>径流系数</translation>
    </message>
    <message>
        <source>Loss (mm)</source>
        <translation>损失量（mm）</translation>
    </message>
    <message>
        <source>Greatest rain to look at (mm)</source>
        <translation>计算的最大降雨量（mm）</translation>
    </message>
    <message>
        <source>Area that floods up to the greatest rain (m2)</source>
        <translation>最大降雨量以内会积水的面积（m2）</translation>
    </message>
    <message>
        <source>Depth that must be exceeded, m, 0 or more; default 0: any standing water. 0.15 asks for the rain that stops traffic in a lane.</source>
        <translation>必须超过的水深，m，不小于 0；默认 0：任何积水都算。取 0.15 即求使车道交通中断的雨量。</translation>
    </message>
    <message>
        <source>Share of the rain left after LOSS that runs off, 0 to 1; default 1.</source>
        <translation>扣除 LOSS 后的降雨中形成径流的份额，0 至 1；默认 1。</translation>
    </message>
    <message>
        <source>Depth taken off the rain first, mm, 0 or more; default 0.</source>
        <translation>先从降雨中扣除的量，mm，不小于 0；默认 0。</translation>
    </message>
    <message>
        <source>Greatest rain to look at, mm; default 500. Cells that it does not flood have no data.</source>
        <translation>计算的最大雨量，mm；默认 500。在此雨量下不积水的栅格单元为无数据。</translation>
    </message>
    <message>
        <source>Optional points, lines or polygons where water leaves the surface, without any limit of capacity. Every cell that a feature touches is a sink. Inlets given here swallow all water that reaches them.</source>
        <translation>可选的点、线或面，水在此离开地表，能力不设上限。要素触及的每个栅格单元都是汇点。在此给出的雨水口会吸纳到达它们的全部来水。</translation>
    </message>
    <message>
        <source>Uniform rain, mm, at which the depth in the cell first exceeds MIN_DEPTH; no data where it does not up to MAX_RAIN (GeoTIFF).</source>
        <translation>栅格单元的水深首次超过 MIN_DEPTH 时的均匀降雨量，mm；直到 MAX_RAIN 仍未超过之处为无数据（GeoTIFF）。</translation>
    </message>
    <message>
        <source>Advanced. If yes, no water leaves at the DEM's edge or beside cells without data, and such cells are treated like any other. Default no. All water then stays on the DEM.</source>
        <translation>高级参数。选“是”时，水不从 DEM 边缘或无数据的栅格单元旁流出，这些栅格单元与其他栅格单元同样处理。默认“否”。此时所有的水都留在 DEM 上。</translation>
    </message>
    <message>
        <source>Inundation risk (this or a depth)</source>
        <translation>内涝风险（与积水深度二选一）</translation>
    </message>
    <message>
        <source>Lowest risk class enclosed</source>
        <translation>圈入的最低风险等级</translation>
    </message>
    <message>
        <source>Inundation depth (m; instead of a risk)</source>
        <translation>积水深度（m；代替风险）</translation>
    </message>
    <message>
        <source>Least depth enclosed (m; with a depth)</source>
        <translation>圈入的最小水深（m；用于积水深度）</translation>
    </message>
    <message>
        <source>Leave out specks smaller than (m2)</source>
        <translation>略去面积小于此值的碎斑（m2）</translation>
    </message>
    <message>
        <source>Close holes of up to (m2)</source>
        <translation>填补面积不超过此值的孔洞（m2）</translation>
    </message>
    <message>
        <source>Smoothing: the line stays within (m)</source>
        <translation>平滑：线的偏移不超过（m）</translation>
    </message>
    <message>
        <source>Enclosed areas</source>
        <translation>圈定范围</translation>
    </message>
    <message>
        <source>Control line</source>
        <translation>控制线</translation>
    </message>
    <message>
        <source>Enclosed area (m2)</source>
        <translation>圈定面积（m2）</translation>
    </message>
    <message>
        <source>Length of the line (m)</source>
        <translation>控制线长度（m）</translation>
    </message>
    <message>
        <source>Number of areas</source>
        <translation>汇水区数</translation>
    </message>
    <message>
        <source>Risk raster, the output of riskmap or assess. Either this or DEPTH must be given, not both.</source>
        <translation>风险栅格，riskmap 或 assess 的输出。它与 DEPTH 必须且只能给出一个。</translation>
    </message>
    <message>
        <source>Lowest class that is enclosed, with RISK: blue 低, yellow 一般, orange 较大 (default) or red 重大.</source>
        <translation>采用 RISK 时圈入的最低等级：blue 低、yellow 一般、orange 较大（默认）或 red 重大。</translation>
    </message>
    <message>
        <source>Raster of water depth, m, such as the output of inundation, instead of RISK. North-up.</source>
        <translation>水深栅格，m，如 inundation 的输出，用来代替 RISK。正北朝上。</translation>
    </message>
    <message>
        <source>Least depth that is enclosed, with DEPTH, m, 0 or more; default 0.15. A depth equal to it is enclosed; a dry cell never is.</source>
        <translation>采用 DEPTH 时圈入的最小水深，m，不小于 0；默认 0.15。等于该值的水深圈入；无水的单元一律不圈入。</translation>
    </message>
    <message>
        <source>Patches smaller than this are left out, m2, 0 or more; default 100 (own choice). A patch is what touches, also at corners.</source>
        <translation>小于该面积的斑块不计，m2，不小于 0；默认 100（自拟）。斑块由相接（包括角相接）的单元组成。</translation>
    </message>
    <message>
        <source>Holes of up to this area are closed, m2, 0 or more; default 100 (own choice). A hole is ground outside, or without data, that the cells surround; ground that reaches the raster's edge is none.</source>
        <translation>不超过该面积的孔洞予以填补，m2，不小于 0；默认 100（自拟）。孔洞是被这些单元包围的线外地面或无数据区；延伸到栅格边缘的地面不算孔洞。</translation>
    </message>
    <message>
        <source>How far the line may lie from the outline of the cells, m, 0 or more; default 5 (own choice). One to three cells give a calm line. 0: no smoothing.</source>
        <translation>控制线离单元轮廓的最大允许距离，m，不小于 0；默认 5（自拟）。一到三个栅格单元的长度可得到平顺的线。0：不平滑。</translation>
    </message>
    <message>
        <source>Enclosed areas. Fields: line_id (number of the line, from 1); criterion (what is enclosed); area_m2 (area of the polygon, m2); length_m (length of its outline with the rims of its holes, m); source (file and, where its tags tell it, rain).</source>
        <translation>圈定范围。字段：line_id（控制线序号，从 1 开始）；criterion（圈定的内容）；area_m2（面的面积，m2）；length_m（轮廓长度，含孔洞边界，m）；source（文件，以及其标签注明的降雨量）。</translation>
    </message>
    <message>
        <source>Control line 洪涝风险控制线, a multi-line for each polygon: its outer line and the rims of its holes. Fields: line_id (that of the polygon); criterion (what is enclosed); area_m2 (area enclosed, m2); length_m (length of the line, m); source (file and, where its tags tell it, rain). Can be skipped.</source>
        <translation>洪涝风险控制线，每个面对应一条多部件线：其外轮廓和孔洞边界。字段：line_id（对应面的序号）；criterion（圈定的内容）；area_m2（圈定的面积，m2）；length_m（线的长度，m）；source（文件，以及其标签注明的降雨量）。可以不输出。</translation>
    </message>
    <message>
        <source>Least upstream area (m2)</source>
        <translation>最小上游汇水面积（m2）</translation>
    </message>
    <message>
        <source>Overland flow paths</source>
        <translation>地表径流路径</translation>
    </message>
    <message>
        <source>Number of flow paths</source>
        <translation>径流路径数</translation>
    </message>
    <message>
        <source>Upstream area from which water counts as a path, m2, 0 or more; default 10000 (1 ha). Smaller values give more and longer paths.</source>
        <translation>上游汇水面积达到此值起，水流算作路径，m2，不小于 0；默认 10000（1 ha）。值越小，路径越多、越长。</translation>
    </message>
    <message>
        <source>Flow paths, lines through cell centres. Fields: path_id (number); flows_to (path_id of the next path, 0 = water leaves); strahler (Strahler order, 1 = no tributary); length_m (m); drop_m (fall on the filled DEM, m); slope (drop_m / length_m, m/m); up_m2 (upstream area at its last own cell, m2); end_type (junction = joins another path; edge = leaves at the DEM's edge or beside cells without data, or ends at the lowest point of ground closed by CLOSED_EDGE; sink = ends at SINKS).</source>
        <translation>地表径流路径，通过栅格单元中心的线。字段：path_id（编号）；flows_to（下一条路径的 path_id，0 = 水流出）；strahler（斯特拉勒 Strahler 级别，1 = 无支流）；length_m（m）；drop_m（在填洼后的 DEM 上的落差，m）；slope（drop_m / length_m，m/m）；up_m2（其最后一个自有栅格单元的上游汇水面积，m2）；end_type（junction = 汇入另一条路径；edge = 从 DEM 边缘或无数据的栅格单元旁流出，或终止于被 CLOSED_EDGE 封闭的地面的最低点；sink = 终止于 SINKS）。</translation>
    </message>
    <message>
        <source>Advanced. If yes, no water leaves at the DEM's edge or beside cells without data, and such cells are treated like any other. Default no.</source>
        <translation>高级参数。选“是”时，水不从 DEM 边缘或无数据的栅格单元旁流出，这些栅格单元与其他栅格单元同样处理。默认“否”。</translation>
    </message>
    <message>
        <source>Inundation depth (m)</source>
        <translation>积水深度（m）</translation>
    </message>
    <message>
        <source>Leave out areas smaller than (m2)</source>
        <translation>略去面积小于此值的区域（m2）</translation>
    </message>
    <message>
        <source>Recorded ponding points</source>
        <translation>历史易涝积水点</translation>
    </message>
    <message>
        <source>Greatest distance of a match (m)</source>
        <translation>吻合的最大距离（m）</translation>
    </message>
    <message>
        <source>Ponding points</source>
        <translation>积水点</translation>
    </message>
    <message>
        <source>Recorded points, hit or missed</source>
        <translation>历史积水点（命中或漏报）</translation>
    </message>
    <message>
        <source>Recorded points that were hit</source>
        <translation>命中的历史积水点数</translation>
    </message>
    <message>
        <source>Recorded points that were missed</source>
        <translation>漏报的历史积水点数</translation>
    </message>
    <message>
        <source>Ponding points that no recorded point matches</source>
        <translation>误报数（无历史积水点吻合的积水点）</translation>
    </message>
    <message>
        <source>Recorded points without a place on the raster</source>
        <translation>不在栅格范围内的历史积水点数</translation>
    </message>
    <message>
        <source>Raster of water depth, m, such as the output of inundation or the greatest depth of pondingevent. North-up.</source>
        <translation>积水深度栅格，m，例如 inundation 的输出或 pondingevent 的最大水深。正北朝上。</translation>
    </message>
    <message>
        <source>Depth that a cell must exceed, m, 0 or more; default 0.15 (the lowest limit of the scheme road_depth: practice, unverified).</source>
        <translation>栅格单元必须超过的水深，m，不小于 0；默认 0.15（分级方案 road_depth 的最低界限：实践值，未经核实）。</translation>
    </message>
    <message>
        <source>Wet areas smaller than this are left out, m2, 0 or more; default 10 (own choice).</source>
        <translation>小于此面积的积水区不计，m2，不小于 0；默认 10（自拟）。</translation>
    </message>
    <message>
        <source>Optional points where ponding was seen 易涝点, in any CRS; of multi-points each part counts. Points off the raster, or on cells without data, and features without geometry are named and not compared. Ids come from a field of a usual name (docs/fields.md), else they are the feature ids.</source>
        <translation>可选的点，曾出现积水的地点（历史易涝积水点），任意 CRS；多点的每个部分都计入。位于栅格之外或无数据栅格单元上的点，以及没有几何的要素，会被列出但不作比对。id 取自常用名称的字段（docs/fields.md），没有时为要素 id。</translation>
    </message>
    <message>
        <source>Greatest distance between a recorded point and the nearest cell of a wet area that it matches, m, 0 or more; default 50 (own choice).</source>
        <translation>历史点与其吻合的积水区最近栅格单元之间的最大距离，m，不小于 0；默认 50（自拟）。</translation>
    </message>
    <message>
        <source>Ponding points 积水点, at the centre of the deepest cell, in the order of their ranks. Fields: depth_m (greatest depth, m); area_m2 (area deeper than MIN_DEPTH, m2); vol_m3 (all water on that area, m3); rank (by volume, 1 = largest; of equal ones the deeper); recorded (ids of the recorded points that match, the nearest first, empty if none does); dist_m (distance of the nearest of them to the area, m, empty if none does).</source>
        <translation>积水点，位于最深栅格单元的中心，按序号排列。字段：depth_m（最大水深，m）；area_m2（水深大于 MIN_DEPTH 的面积，m2）；vol_m3（该面积上的全部水量，m3）；rank（序号，按积水量排序，1 = 最大；相等时较深者在前）；recorded（吻合的历史点的 id，最近的在前，没有时为空）；dist_m（其中最近的历史点到积水区的距离，m，没有时为空）。</translation>
    </message>
    <message>
        <source>The recorded points with all their own fields, in the CRS of DEPTH. A field hit or dist_m of theirs is replaced. Fields: hit (1 = hit, 0 = missed, empty = not compared); dist_m (distance to the nearest wet area, m, also of a miss). Made only if asked for.</source>
        <translation>历史易涝积水点，保留其全部原有字段，采用 DEPTH 的 CRS。原有的 hit 或 dist_m 字段会被替换。字段：hit（1 = 命中，0 = 漏报，空 = 未比对）；dist_m（到最近积水区的距离，m，漏报的也给出）。仅在要求时生成。</translation>
    </message>
    <message>
        <source>Duration (min; for schemes that use it)</source>
        <translation>历时（min；用于需要它的方案）</translation>
    </message>
    <message>
        <source>Velocity (m/s; for schemes that use it)</source>
        <translation>流速（m/s；用于需要它的方案）</translation>
    </message>
    <message>
        <source>Risk scheme</source>
        <translation>风险分级方案</translation>
    </message>
    <message>
        <source>Own lower limits (m) of blue, yellow, orange, red</source>
        <translation>自定蓝、黄、橙、红的下限（m）</translation>
    </message>
    <message>
        <source>Lower limit (m)</source>
        <translation>下限（m）</translation>
    </message>
    <message>
        <source>Leave out patches smaller than (m2)</source>
        <translation>略去面积小于此值的斑块（m2）</translation>
    </message>
    <message>
        <source>Inundation risk</source>
        <translation>内涝风险</translation>
    </message>
    <message>
        <source>Risk zones</source>
        <translation>灾害风险区</translation>
    </message>
    <message>
        <source>Blue area (m2)</source>
        <translation>蓝色区面积（m2）</translation>
    </message>
    <message>
        <source>Yellow area (m2)</source>
        <translation>黄色区面积（m2）</translation>
    </message>
    <message>
        <source>Orange area (m2)</source>
        <translation>橙色区面积（m2）</translation>
    </message>
    <message>
        <source>Red area (m2)</source>
        <translation>红色区面积（m2）</translation>
    </message>
    <message>
        <source>Own scheme, instead of a preset</source>
        <translation>自定方案文件（代替预设）</translation>
    </message>
    <message>
        <source>Raster of water depth, m, such as the output of inundation. North-up.</source>
        <translation>水深栅格，m，如 inundation 的输出。正北朝上。</translation>
    </message>
    <message>
        <source>Raster of duration, min, on the grid of DEPTH, such as OUTPUT_DURATION of pondingevent. Needed by schemes that use it, with a value in every wet cell; by others checked, but not used.</source>
        <translation>历时栅格，min，与 DEPTH 同一格网，如 pondingevent 的 OUTPUT_DURATION。用到它的方案必须给出，且每个有水的单元都要有值；其他方案只检查，不采用。</translation>
    </message>
    <message>
        <source>Raster of velocity, m/s, 0 or more, on the grid of DEPTH, out of a hydrodynamic model. Needed by schemes that use it, with a value in every wet cell; by others checked, but not used.</source>
        <translation>流速栅格，m/s，不小于 0，与 DEPTH 同一格网，由水动力模型得出。用到它的方案必须给出，且每个有水的单元都要有值；其他方案只检查，不采用。</translation>
    </message>
    <message>
        <source>road_depth (depth), depth_duration (depth, duration), uk_hazard, hazard_h1_h6 or swiss_intensity (depth, velocity).</source>
        <translation>road_depth（水深）、depth_duration（水深、历时）、uk_hazard、hazard_h1_h6 或 swiss_intensity（水深、流速）。</translation>
    </message>
    <message>
        <source>Advanced. Optional own lower limits of blue, yellow, orange and red, m: four positive numbers, ascending. They replace SCHEME.</source>
        <translation>高级参数。可选，自定的蓝、黄、橙、红下限，m：四个正数，升序。给出后代替 SCHEME。</translation>
    </message>
    <message>
        <source>Patches of classed cells smaller than this are left out, m2, 0 or more; default 25 (about a car, or one cell of a 5 m DEM). A patch is what touches, also at corners, whatever its classes.</source>
        <translation>小于该面积的已分级单元斑块不计，m2，不小于 0；默认 25（约一辆汽车，或 5 m DEM 的一个栅格单元）。斑块由相接（包括角相接）的单元组成，不论属于哪一级。</translation>
    </message>
    <message>
        <source>Risk class 内涝风险图 (GeoTIFF, Byte): 0 none, 1 blue, 2 yellow, 3 orange, 4 red, 255 no data.</source>
        <translation>内涝风险图，风险等级（GeoTIFF，Byte）：0 无，1 蓝，2 黄，3 橙，4 红，255 无数据。</translation>
    </message>
    <message>
        <source>Risk zones 灾害风险区, a polygon for each patch of one class. Fields: risk (1 to 4); risk_name (colour and grade); area_m2 (m2); max_depth (greatest depth, m). Made only if asked for.</source>
        <translation>灾害风险区，同一等级的每个斑块一个面。字段：risk（1 至 4）；risk_name（颜色和等级）；area_m2（m2）；max_depth（最大水深，m）。仅在要求时生成。</translation>
    </message>
    <message>
        <source>Advanced. Optional file with a scheme of your own, which replaces SCHEME: JSON in the form of a preset, with name, source, sure, and rules or breaks (docs/outputs.md). Classes that overlap, are missing or leave a gap are refused with their line.</source>
        <translation>高级参数。可选，自定分级方案的文件，代替 SCHEME：JSON 格式，形式同预设方案，含 name、source、sure 以及 rules 或 breaks（docs/outputs.md）。分级重叠、缺失或留有空隙时不予接受，并指出所在行。</translation>
    </message>
    <message>
        <source>Rain (mm)</source>
        <translation>降雨量（mm）</translation>
    </message>
    <message>
        <source>Runoff (mm, raster; replaces the three above)</source>
        <translation>径流深（mm，栅格；代替以上三项）</translation>
    </message>
    <message>
        <source>Water level (m)</source>
        <translation>水位（m）</translation>
    </message>
    <message>
        <source>Ponds</source>
        <translation>积水区</translation>
    </message>
    <message>
        <source>Rain that runs off (m3)</source>
        <translation>产流量（m3）</translation>
    </message>
    <message>
        <source>Standing water (m3)</source>
        <translation>积水量（m3）</translation>
    </message>
    <message>
        <source>Water that left (m3)</source>
        <translation>流出水量（m3）</translation>
    </message>
    <message>
        <source>Balance error (fraction of the rain)</source>
        <translation>水量平衡误差（占降雨的比例）</translation>
    </message>
    <message>
        <source>Depth of rain, mm, 0 or more; default 50.</source>
        <translation>降雨量，mm，不小于 0；默认 50。</translation>
    </message>
    <message>
        <source>Optional raster on the DEM's grid: runoff of each cell, mm, not negative; cells without data count as 0. It replaces RAIN, RUNOFF_COEFFICIENT and LOSS.</source>
        <translation>可选的栅格，与 DEM 栅格一致：每个栅格单元的径流量，mm，不得为负；无数据的栅格单元按 0 计。它取代 RAIN、RUNOFF_COEFFICIENT 和 LOSS。</translation>
    </message>
    <message>
        <source>Depth of standing water, m, 0 = dry (GeoTIFF).</source>
        <translation>积水深度，m，0 = 无积水（GeoTIFF）。</translation>
    </message>
    <message>
        <source>Water level, m; no data where dry (GeoTIFF). Made only if asked for.</source>
        <translation>水位，m；无积水处为无数据（GeoTIFF）。仅在要求时生成。</translation>
    </message>
    <message>
        <source>Ponds, polygons. Fields: pond_id (number); level_m (water level, m); depth_m (greatest depth, m); mean_m (mean depth, m); area_m2 (m2); vol_m3 (m3); full (1 = stands at its spill level, 0 = not); flows_to (pond_id that takes its spill, 0 = outside, or no spill); spill_m3 (water that left it over its saddle, that from ponds above counted, m3). Made only if asked for.</source>
        <translation>积水区，面。字段：pond_id（编号）；level_m（水位，m）；depth_m（最大水深，m）；mean_m（平均水深，m）；area_m2（m2）；vol_m3（m3）；full（1 = 水位达到溢流高程，0 = 未达到）；flows_to（接纳其溢流的积水区的 pond_id，0 = 外部，或没有溢流）；spill_m3（越过其鞍部流走的水量，计入来自上方积水区的水，m3）。仅在要求时生成。</translation>
    </message>
    <message>
        <source>Inlets</source>
        <translation>雨水口</translation>
    </message>
    <message>
        <source>Pipes</source>
        <translation>雨水管道</translation>
    </message>
    <message>
        <source>Manholes</source>
        <translation>检查井</translation>
    </message>
    <message>
        <source>Outfalls</source>
        <translation>排水口</translation>
    </message>
    <message>
        <source>Zones of each</source>
        <translation>分区单元</translation>
    </message>
    <message>
        <source>Snapping distance (m)</source>
        <translation>捕捉距离（m）</translation>
    </message>
    <message>
        <source>Least area of a zone (m2)</source>
        <translation>分区最小面积（m2）</translation>
    </message>
    <message>
        <source>Receiving water level (m, or a field)</source>
        <translation>受纳水位（m，或字段）</translation>
    </message>
    <message>
        <source>Pipe id field</source>
        <translation>管道编号字段</translation>
    </message>
    <message>
        <source>From node field</source>
        <translation>起点节点字段</translation>
    </message>
    <message>
        <source>To node field</source>
        <translation>终点节点字段</translation>
    </message>
    <message>
        <source>From level field (pipe bottom, m)</source>
        <translation>起点管底高程字段（m）</translation>
    </message>
    <message>
        <source>To level field (pipe bottom, m)</source>
        <translation>终点管底高程字段（m）</translation>
    </message>
    <message>
        <source>Size field (height or diameter, m)</source>
        <translation>管径字段（高度或直径，m）</translation>
    </message>
    <message>
        <source>Shape field</source>
        <translation>断面形状字段</translation>
    </message>
    <message>
        <source>Node id field (manholes and outfalls)</source>
        <translation>节点编号字段（检查井和排水口）</translation>
    </message>
    <message>
        <source>Inlet's pipe field</source>
        <translation>雨水口所接管道字段</translation>
    </message>
    <message>
        <source>Drainage zones</source>
        <translation>排水分区</translation>
    </message>
    <message>
        <source>Drainage zones (raster)</source>
        <translation>排水分区（栅格）</translation>
    </message>
    <message>
        <source>Undrained depressions of this volume are zones of their own (m3)</source>
        <translation>达到此容积的无出路洼地自成一区（m3）</translation>
    </message>
    <message>
        <source>Rain intensity for the interception line (mm/h)</source>
        <translation>计算截流线的雨强（mm/h）</translation>
    </message>
    <message>
        <source>Interception line</source>
        <translation>截流线</translation>
    </message>
    <message>
        <source>Ground before it was conditioned (m), for the zones' elevations and slopes</source>
        <translation>修正前的地面高程（m），用于分区的高程和坡度</translation>
    </message>
    <message>
        <source>Band of the ground</source>
        <translation>地面的波段</translation>
    </message>
    <message>
        <source>Number of zones</source>
        <translation>分区数</translation>
    </message>
    <message>
        <source>Area of all zones (m2)</source>
        <translation>全部分区面积（m2）</translation>
    </message>
    <message>
        <source>Area that reaches no inlet, outfall or channel (m2)</source>
        <translation>流不到任何雨水口、排水口或河道沟渠的面积（m2）</translation>
    </message>
    <message>
        <source>High ground whose runoff enters low ground (m2)</source>
        <translation>径流汇入低区的高区面积（m2）</translation>
    </message>
    <message>
        <source>Runoff of high ground that enters low ground (L/s)</source>
        <translation>高区汇入低区的径流量（L/s）</translation>
    </message>
    <message>
        <source>Optional points: inlets (gullies).</source>
        <translation>可选的点：雨水口。</translation>
    </message>
    <message>
        <source>Optional lines: storm drains.</source>
        <translation>可选的线：雨水管道。</translation>
    </message>
    <message>
        <source>Optional points: manholes, the nodes between pipes. Without them nodes are made where pipe ends meet.</source>
        <translation>可选的点：检查井，即管道之间的节点。未给出时，在管道端点相接处生成节点。</translation>
    </message>
    <message>
        <source>Optional points: where pipes end and water leaves the network. They also take the water that reaches them over the ground.</source>
        <translation>可选的点：排水口，管道在此终止，水由此离开管网。排水口也接纳沿地表到达的水。</translation>
    </message>
    <message>
        <source>Optional lines or polygons: open water that takes water. Every cell that they touch belongs to them; a zone for each value of channel_id, id, name or 编号, whichever field comes first in the layer, else for each feature.</source>
        <translation>可选的线或面：能接纳来水的开敞水体。凡被其触及的栅格单元都属于它；按 channel_id、id、name 或 编号（取图层中最先出现的字段）的每个取值划一个分区，没有这些字段时每个要素一个分区。</translation>
    </message>
    <message>
        <source>inlet (default), node, outfall, or auto: outfall where PIPES are given, inlet where they are not, as in assess.</source>
        <translation>inlet（默认，雨水口）、node（节点）、outfall（排水口），或 auto：给出 PIPES 时为 outfall，否则为 inlet，与 assess 相同。</translation>
    </message>
    <message>
        <source>Greatest distance at which pipe ends are joined to nodes and inlets to pipes, m, 0 or more; default 5.</source>
        <translation>管道端点连接到节点、雨水口连接到管道的最大距离，m，不小于 0；默认 5。</translation>
    </message>
    <message>
        <source>A zone smaller than this joins the one that it drains to, m2, 0 or more; default 0 (none does). At level outfall, or where it has no zone one level up, a small zone is given up and its ground runs on; below, it joins the next zone downhill within its parent, else the largest there, so that the levels keep fitting into each other.</source>
        <translation>小于该面积的分区并入其排入的分区，m2，不小于 0；默认 0（都不合并）。在 outfall 级，或分区在上一级没有对应分区时，小分区被取消，其地面的水继续下流；在较低各级，小分区并入同一 parent 内下坡方向的下一个分区，没有则并入其中最大的分区，使各级始终相互嵌套。</translation>
    </message>
    <message>
        <source>Optional level of the receiving water: a number in m, the same for all, or the name of a field of OUTFALLS (an outfall without a level in it has no receiving water and is named). Fills drain_mode and head_m, and is needed for OUTPUT_INTERCEPTION.</source>
        <translation>可选，受纳水位：一个数值，m，对所有排水口相同；或 OUTFALLS 的一个字段名（该字段无水位值的排水口视为没有受纳水体，并列出名称）。用于填写 drain_mode 和 head_m；OUTPUT_INTERCEPTION 需要此参数。</translation>
    </message>
    <message>
        <source>Advanced. Field of PIPES with the pipe's id. Left empty, a field of a usual name is taken if there is one.</source>
        <translation>高级参数。PIPES 中记录管道编号的字段。留空时，若存在常用名称的字段则采用该字段。</translation>
    </message>
    <message>
        <source>Advanced. Field of PIPES with the id of the node where the pipe begins. Left empty, a field of a usual name is taken if there is one.</source>
        <translation>高级参数。PIPES 中记录管道起点节点编号的字段。留空时，若存在常用名称的字段则采用该字段。</translation>
    </message>
    <message>
        <source>Advanced. Field of PIPES with the id of the node where the pipe ends. Left empty, a field of a usual name is taken if there is one.</source>
        <translation>高级参数。PIPES 中记录管道终点节点编号的字段。留空时，若存在常用名称的字段则采用该字段。</translation>
    </message>
    <message>
        <source>Advanced. Field of PIPES with the level of the pipe's bottom where it begins, m. Left empty, a field of a usual name is taken if there is one.</source>
        <translation>高级参数。PIPES 中记录管道起点管内底高程的字段，m。留空时，若存在常用名称的字段则采用该字段。</translation>
    </message>
    <message>
        <source>Advanced. Field of PIPES with the level of the pipe's bottom where it ends, m. Left empty, a field of a usual name is taken if there is one.</source>
        <translation>高级参数。PIPES 中记录管道终点管内底高程的字段，m。留空时，若存在常用名称的字段则采用该字段。</translation>
    </message>
    <message>
        <source>Advanced. Field of PIPES with the pipe's height or diameter, m; values above 20 are taken as mm. Left empty, a field of a usual name is taken if there is one.</source>
        <translation>高级参数。PIPES 中记录管道高度或管径的字段，m；大于 20 的数值按 mm 计。留空时，若存在常用名称的字段则采用该字段。</translation>
    </message>
    <message>
        <source>Advanced. Field of PIPES with the shape of the pipe's section. Left empty, a field of a usual name is taken if there is one.</source>
        <translation>高级参数。PIPES 中记录管道断面形状的字段。留空时，若存在常用名称的字段则采用该字段。</translation>
    </message>
    <message>
        <source>Advanced. Field of MANHOLES and OUTFALLS with the node's id. Left empty, a field of a usual name is taken if there is one.</source>
        <translation>高级参数。MANHOLES 和 OUTFALLS 中记录节点编号的字段。留空时，若存在常用名称的字段则采用该字段。</translation>
    </message>
    <message>
        <source>Advanced. Field of INLETS with the id of the pipe that the inlet drains to. Left empty, a field of a usual name is taken if there is one.</source>
        <translation>高级参数。INLETS 中记录雨水口所排入管道编号的字段。留空时，若存在常用名称的字段则采用该字段。</translation>
    </message>
    <message>
        <source>Drainage zones 排水分区, polygons. Fields: zone_id (number, in reading order of the outlets, the same in every run with the same layers); outlet_id (id of the inlet, node, outfall or channel, empty for the edge); outlet_t (inlet, node, outfall, channel, depression, edge); parent (zone_id of the zone one level up, in a run at that level; 0 at level outfall); area_m2 (m2); slope (mean slope of the DEM, m/m); low_z (lowest elevation, m); mean_z (mean elevation, m); drain_mode (gravity = low_z lies above RECEIVING_LEVEL; low = not; empty without a level); head_m (low_z - RECEIVING_LEVEL, m); inlets (number of inlets that drain to it); receiver (id of the outfall, channel or depression that gets the water, edge where it leaves the DEM, empty where the pipes lead to no outfall); also (ids of other outfalls that its inlets reach along side branches, empty if none).</source>
        <translation>排水分区，面。字段：zone_id（序号，按出口的阅读顺序编排，图层相同则每次运行都相同）；outlet_id（雨水口、节点、排水口或河道沟渠的编号，edge 分区为空）；outlet_t（inlet、node、outfall、channel、depression、edge）；parent（所属上一级分区的 zone_id，以按该级运行的结果为准；outfall 级为 0）；area_m2（m2）；slope（DEM 的平均坡度，m/m）；low_z（最低高程，m）；mean_z（平均高程，m）；drain_mode（gravity = low_z 高于 RECEIVING_LEVEL；low = 不高于；没有水位时为空）；head_m（low_z - RECEIVING_LEVEL，m）；inlets（排入该分区的雨水口数）；receiver（最终接纳其水的排水口、河道沟渠或洼地的编号，水流出 DEM 时为 edge，管道通不到排水口时为空）；also（其雨水口沿旁支到达的其他排水口的编号，没有则为空）。</translation>
    </message>
    <message>
        <source>zone_id of every cell (GeoTIFF, Int32, 0 = no data). Made only if asked for.</source>
        <translation>每个栅格单元的 zone_id（GeoTIFF，Int32，0 = 无数据）。仅在要求时生成。</translation>
    </message>
    <message>
        <source>Advanced. Optional volume in m3, 0 or more: a depression that holds at least this and in which nothing takes water keeps its water and is a zone of type depression. Empty: such depressions spill on, and their ground belongs to the zone that the spill reaches.</source>
        <translation>高级参数。可选，容积，m3，不小于 0：容积不小于该值、且其中没有任何接纳来水之处的洼地，其水留在洼地内，单独成为类型为 depression 的分区。留空：此类洼地继续外溢，其地面归入溢流所到达的分区。</translation>
    </message>
    <message>
        <source>Optional intensity of the rain for the flow at the interception line, mm/h, 0 or more. Take one that lasts as long as the water needs to get there; designs come with a return period. Empty: lines have areas but no flow.</source>
        <translation>可选，用于计算截流线处流量的降雨强度，mm/h，不小于 0。应取历时与水流到达该处所需时间相当的强度；设计值对应一定的重现期。留空：截流线只有面积，没有流量。</translation>
    </message>
    <message>
        <source>Share of the rain that runs off high ground, 0 to 1; default 1. Flow = RUNOFF_COEFFICIENT x RAIN_RATE x area.</source>
        <translation>高区降雨中形成径流的比例，0 至 1；默认 1。流量 = RUNOFF_COEFFICIENT × RAIN_RATE × 面积。</translation>
    </message>
    <message>
        <source>Interception line 截流线, lines along the sides of cells, one for each connected stretch between the same two zones. Needs RECEIVING_LEVEL; made only if asked for. Fields: line_id (number, in reading order); from_zone (zone_id of the high ground); to_zone (zone_id of the low ground); length_m (length, m); area_m2 (high ground whose water first enters low ground there, m2); flow_lps (flow at RAIN_RATE, L/s; empty without it); level_m (receiving level of the low ground, m).</source>
        <translation>截流线，沿栅格单元的边绘制的线，相同两个分区之间每一连续段为一条。需要 RECEIVING_LEVEL；仅在要求时生成。字段：line_id（序号，按阅读顺序）；from_zone（高区的 zone_id）；to_zone（低区的 zone_id）；length_m（长度，m）；area_m2（其水首次在此进入低区的高区面积，m2）；flow_lps（RAIN_RATE 下的流量，L/s；未给出时为空）；level_m（低区的受纳水位，m）。</translation>
    </message>
    <message>
        <source>Optional raster of the ground before buildings were raised, on the DEM's grid; elevations in metres, feet are converted as those of the DEM. slope, low_z and mean_z of the zones are those of this ground, and those of the DEM where it has no data. Empty: all are those of the DEM. With a conditioned DEM give the original one here, as assess does.</source>
        <translation>可选的栅格：建筑物抬高前的地面，与 DEM 栅格一致；高程以米为单位，英尺与 DEM 一样换算。分区的 slope、low_z 和 mean_z 取自该地面，其无数据处取自 DEM。留空：全部取自 DEM。使用修正后的 DEM 时，请在此给出原始 DEM，与 assess 的做法相同。</translation>
    </message>
    <message>
        <source>Band of GROUND that holds the elevations; default 1.</source>
        <translation>GROUND 中存放高程的波段；默认 1。</translation>
    </message>
    <message>
        <source>Rain (mm; several separated by commas; empty = 20,50,100 without a storm formula)</source>
        <translation>降雨量（mm；多个以逗号分隔；留空且未给暴雨强度公式时取 20,50,100）</translation>
    </message>
    <message>
        <source>Least upstream area of a flow path (m2)</source>
        <translation>径流路径的最小上游汇水面积（m2）</translation>
    </message>
    <message>
        <source>Title of the map sheet</source>
        <translation>图件标题</translation>
    </message>
    <message>
        <source>Inundation depth (m) for the last rain</source>
        <translation>最后一场降雨的积水深度（m）</translation>
    </message>
    <message>
        <source>Inundation risk for the last rain</source>
        <translation>最后一场降雨的内涝风险</translation>
    </message>
    <message>
        <source>Risk zones for the last rain</source>
        <translation>最后一场降雨的灾害风险区</translation>
    </message>
    <message>
        <source>Map sheet (PDF and PNG)</source>
        <translation>图件（PDF 和 PNG）</translation>
    </message>
    <message>
        <source>PDF (*.pdf);;PNG (*.png)</source>
        <translation>PDF (*.pdf);;PNG (*.png)</translation>
    </message>
    <message>
        <source>QGIS project</source>
        <translation>QGIS 工程</translation>
    </message>
    <message>
        <source>QGIS project (*.qgz)</source>
        <translation>QGIS 工程 (*.qgz)</translation>
    </message>
    <message>
        <source>Summary</source>
        <translation>汇总</translation>
    </message>
    <message>
        <source>JSON (*.json)</source>
        <translation>JSON (*.json)</translation>
    </message>
    <message>
        <source>Volume of all depressions (m3)</source>
        <translation>全部洼地容积（m3）</translation>
    </message>
    <message>
        <source>Depressions deeper than 5 cm</source>
        <translation>深度超过 5 cm 的洼地数</translation>
    </message>
    <message>
        <source>Number of drainage zones</source>
        <translation>排水分区数</translation>
    </message>
    <message>
        <source>Rain that runs off, last rain (m3)</source>
        <translation>最后一场降雨的产流量（m3）</translation>
    </message>
    <message>
        <source>Standing water, last rain (m3)</source>
        <translation>最后一场降雨的积水量（m3）</translation>
    </message>
    <message>
        <source>Water that left, last rain (m3)</source>
        <translation>最后一场降雨的流出水量（m3）</translation>
    </message>
    <message>
        <source>Largest balance error of all rains (fraction of the rain)</source>
        <translation>各降雨量中最大的水量平衡误差（占降雨的比例）</translation>
    </message>
    <message>
        <source>Blue area, last rain (m2)</source>
        <translation>最后一场降雨的蓝色区面积（m2）</translation>
    </message>
    <message>
        <source>Yellow area, last rain (m2)</source>
        <translation>最后一场降雨的黄色区面积（m2）</translation>
    </message>
    <message>
        <source>Orange area, last rain (m2)</source>
        <translation>最后一场降雨的橙色区面积（m2）</translation>
    </message>
    <message>
        <source>Red area, last rain (m2)</source>
        <translation>最后一场降雨的红色区面积（m2）</translation>
    </message>
    <message>
        <source>Return periods (years, separated by commas; empty = 2,5,20,50,100)</source>
        <translation>重现期（年，以逗号分隔；留空则取 2,5,20,50,100）</translation>
    </message>
    <message>
        <source>Rain beyond the standard: a return period (200), a factor (x1.5) or a depth (150mm)</source>
        <translation>超标准降雨：重现期（200）、倍数（x1.5）或雨量（150mm）</translation>
    </message>
    <message>
        <source>Duration of the rains (min; needed to follow them in time without a storm formula)</source>
        <translation>降雨历时（min；没有暴雨强度公式时，按时间过程演算须给出）</translation>
    </message>
    <message>
        <source>Step of the design storms (min)</source>
        <translation>设计暴雨的时间步长（min）</translation>
    </message>
    <message>
        <source>Where the peak lies, as a share of the duration (empty = the city's, else 0.4)</source>
        <translation>雨峰系数（峰值位置占历时的比例；留空则取该城市的值，否则 0.4）</translation>
    </message>
    <message>
        <source>Shape of the design storms</source>
        <translation>设计暴雨的雨型</translation>
    </message>
    <message>
        <source>Depth above which water counts as ponding (m)</source>
        <translation>计为积水的水深阈值（m）</translation>
    </message>
    <message>
        <source>Infiltration (mm/h; for rains in time)</source>
        <translation>下渗率（mm/h；用于按时间过程演算的降雨）</translation>
    </message>
    <message>
        <source>Capacity of an inlet (L/s, or a field; for rains in time)</source>
        <translation>雨水口收水能力（L/s，或字段；用于按时间过程演算的降雨）</translation>
    </message>
    <message>
        <source>Clogging factor (share of the capacity that is left)</source>
        <translation>堵塞系数（有效收水比例）</translation>
    </message>
    <message>
        <source>Receiving water level (m, or a field of the outfalls; for rains in time)</source>
        <translation>受纳水位（m，或排水口的字段；用于按时间过程演算的降雨）</translation>
    </message>
    <message>
        <source>Pumps (for rains in time)</source>
        <translation>泵站（用于按时间过程演算的降雨）</translation>
    </message>
    <message>
        <source>Time to go on after the rain (min)</source>
        <translation>雨后继续计算的时间（min）</translation>
    </message>
    <message>
        <source>Lowest risk class within the control line</source>
        <translation>控制线圈入的最低风险等级</translation>
    </message>
    <message>
        <source>Own matrix of likelihood and severity</source>
        <translation>自定的可能性—严重程度矩阵</translation>
    </message>
    <message>
        <source>Language of the map sheet and the report</source>
        <translation>图件和报告的语言</translation>
    </message>
    <message>
        <source>Dates of the data, for the map sheet and the report</source>
        <translation>数据日期，载于图件和报告</translation>
    </message>
    <message>
        <source>Duration above the threshold (min) for the last rain</source>
        <translation>最后一场降雨超过阈值水深的历时（min）</translation>
    </message>
    <message>
        <source>Risk by likelihood and severity</source>
        <translation>按可能性和严重程度评定的风险</translation>
    </message>
    <message>
        <source>Risk zones by likelihood and severity</source>
        <translation>按可能性和严重程度评定的灾害风险区</translation>
    </message>
    <message>
        <source>Ponding points for the last rain</source>
        <translation>最后一场降雨的积水点</translation>
    </message>
    <message>
        <source>Areas within the flood risk control line</source>
        <translation>洪涝风险控制线范围</translation>
    </message>
    <message>
        <source>Flood risk control line</source>
        <translation>洪涝风险控制线</translation>
    </message>
    <message>
        <source>Folder with depth, duration and risk of each rain</source>
        <translation>存放各场降雨的水深、历时和风险的文件夹</translation>
    </message>
    <message>
        <source>Report</source>
        <translation>报告</translation>
    </message>
    <message>
        <source>HTML (*.html)</source>
        <translation>HTML (*.html)</translation>
    </message>
    <message>
        <source>Blue area by likelihood and severity (m2)</source>
        <translation>按可能性和严重程度评定的蓝色区面积（m2）</translation>
    </message>
    <message>
        <source>Yellow area by likelihood and severity (m2)</source>
        <translation>按可能性和严重程度评定的黄色区面积（m2）</translation>
    </message>
    <message>
        <source>Orange area by likelihood and severity (m2)</source>
        <translation>按可能性和严重程度评定的橙色区面积（m2）</translation>
    </message>
    <message>
        <source>Red area by likelihood and severity (m2)</source>
        <translation>按可能性和严重程度评定的红色区面积（m2）</translation>
    </message>
    <message>
        <source>Ponding points, last rain</source>
        <translation>积水点数，最后一场降雨</translation>
    </message>
    <message>
        <source>Recorded points that were hit, last rain</source>
        <translation>命中的历史积水点数，最后一场降雨</translation>
    </message>
    <message>
        <source>Recorded points that were missed, last rain</source>
        <translation>漏报的历史积水点数，最后一场降雨</translation>
    </message>
    <message>
        <source>Ponding points that no recorded point matches, last rain</source>
        <translation>误报数（无历史积水点吻合的积水点），最后一场降雨</translation>
    </message>
    <message>
        <source>Optional points: inlets (gullies) where water enters the pipes. They end the zones. Standing water without time is computed as if they were not there; in time they take water.</source>
        <translation>可选的点：雨水口，水由此进入管道。雨水口是分区的出口。不含时间过程计算积水时视为不存在；按时间过程演算时则收水。</translation>
    </message>
    <message>
        <source>Optional points: manholes, the nodes between pipes.</source>
        <translation>可选的点：检查井，即管道之间的节点。</translation>
    </message>
    <message>
        <source>Optional points: where pipes end and water leaves the network.</source>
        <translation>可选的点：排水口，管道在此终止，水由此离开管网。</translation>
    </message>
    <message>
        <source>Optional lines or polygons: open channels, rivers and ponds that take water. Every cell that they touch is lowered by 1 m, and ground that drains to one is its zone.</source>
        <translation>可选的线或面：能接纳来水的明渠、河流和水塘。凡被其触及的栅格单元都下切 1 m，排向它的地面为其分区。</translation>
    </message>
    <message>
        <source>Optional polygons: every cell whose centre they cover is raised by 5 m, so that water runs round them.</source>
        <translation>可选的面：凡中心被其覆盖的栅格单元都抬高 5 m，使水绕行。</translation>
    </message>
    <message>
        <source>Depth of rain in mm, 0 or more; several separated by commas, such as 20,50,100. Empty: the rains of the storm formula, or 20,50,100 where none is given.</source>
        <translation>降雨量，mm，不小于 0；多个值以逗号分隔，如 20,50,100。留空：取暴雨强度公式的降雨量；未给出公式时取 20,50,100。</translation>
    </message>
    <message>
        <source>Share of the rain left after LOSS that runs off, 0 to 1; default 1 (everything runs off).</source>
        <translation>扣除 LOSS 后的降雨中形成径流的比例，0 至 1；默认 1（全部形成径流）。</translation>
    </message>
    <message>
        <source>Depth in mm, 0 or more, taken off the beginning of each rain: wetting, infiltration, or what the pipes carry away; default 0. Runoff = RUNOFF_COEFFICIENT x max(RAIN - LOSS, 0).</source>
        <translation>从每场降雨开头扣除的量，mm，不小于 0：湿润、下渗或管道排走的水量；默认 0。径流量 = RUNOFF_COEFFICIENT × max(RAIN - LOSS, 0)。</translation>
    </message>
    <message>
        <source>Scheme of the risk classes. road_depth: blue from 0.15 m, yellow from 0.27 m, orange from 0.40 m, red from 0.60 m of water. depth_duration: one class higher above 30 min, two above 180 min; it needs rains in time. These limits are practice, not a standard.</source>
        <translation>风险分级方案。road_depth：水深 0.15 m 起为蓝，0.27 m 起为黄，0.40 m 起为橙，0.60 m 起为红。depth_duration：历时超过 30 min 升一级，超过 180 min 升两级；要求降雨按时间过程演算。这些界限是实践值，并非标准。</translation>
    </message>
    <message>
        <source>Upstream area in m2, 0 or more, from which water counts as a flow path; default 10000 (1 ha).</source>
        <translation>上游汇水面积达到此值起，水流算作径流路径，m2，不小于 0；默认 10000（1 ha）。</translation>
    </message>
    <message>
        <source>Title of the map sheet, the project and the report.</source>
        <translation>图件、工程和报告的标题。</translation>
    </message>
    <message>
        <source>Conditioned DEM, m (GeoTIFF); everything below is computed on it.</source>
        <translation>修正后的 DEM，m（GeoTIFF）；以下各项都在其上计算。</translation>
    </message>
    <message>
        <source>Conditioned DEM with every depression raised to its spill level, m (GeoTIFF).</source>
        <translation>每个洼地都抬高到其溢流高程的修正后 DEM，m（GeoTIFF）。</translation>
    </message>
    <message>
        <source>Overland flow paths, lines drawn downstream. Fields: path_id (number); flows_to (path_id of the next path, 0 = water leaves); strahler (Strahler order, 1 = no tributary); length_m (m); drop_m (fall on the filled DEM, m); slope (drop_m / length_m, m/m); up_m2 (upstream area at its last own cell, m2); end_type (junction = joins another path; edge = leaves at the DEM's edge or beside cells without data).</source>
        <translation>地表径流路径，向下游绘制的线。字段：path_id（编号）；flows_to（下一条路径的 path_id，0 = 水流出）；strahler（斯特拉勒 Strahler 级别，1 = 无支流）；length_m（m）；drop_m（在填洼后的 DEM 上的落差，m）；slope（drop_m / length_m，m/m）；up_m2（其最后一个自有栅格单元的上游汇水面积，m2）；end_type（junction = 汇入另一条路径；edge = 从 DEM 边缘或无数据的栅格单元旁流出）。</translation>
    </message>
    <message>
        <source>Drainage zones, polygons that tile the DEM without gap or overlap. Fields: zone_id (number); outlet_id (id of the inlet, node, outfall or channel, empty for the edge); outlet_t (inlet, node, outfall, channel, edge); parent (zone_id one level up, 0 at the level of outfalls); area_m2 (m2); slope (mean slope of the conditioned DEM, raised buildings included, m/m); low_z (lowest elevation of the conditioned DEM, m); mean_z (mean elevation of the conditioned DEM, m); drain_mode (empty here); head_m (empty here); inlets (number of inlets that drain to it); receiver (id of the outfall or channel that gets the water, edge where it leaves the DEM, empty where the pipes lead to no outfall); also (ids of other outfalls that its inlets reach along side branches, empty if none).</source>
        <translation>排水分区，恰好铺满 DEM 的面，无缝隙、无重叠。字段：zone_id（编号）；outlet_id（雨水口、节点、排水口或河道沟渠的编号，edge 分区为空）；outlet_t（inlet、node、outfall、channel、edge）；parent（上一级的 zone_id，排水口级为 0）；area_m2（m2）；slope（修正后 DEM 的平均坡度，含抬高的建筑物，m/m）；low_z（修正后 DEM 的最低高程，m）；mean_z（修正后 DEM 的平均高程，m）；drain_mode（此处为空）；head_m（此处为空）；inlets（排入该分区的雨水口数）；receiver（最终接纳其水的排水口或河道沟渠的编号，水流出 DEM 时为 edge，管道通不到排水口时为空）；also（其雨水口沿旁支到达的其他排水口的编号，没有则为空）。</translation>
    </message>
    <message>
        <source>Outermost depressions deeper than 0.05 m, polygons at their spill level. Fields: dep_id (number); parent (0 here); level (1 = no other inside it); pit_z (elevation of its lowest point, m); spill_z (spill level, m); depth_m (spill_z - pit_z, m); area_m2 (area below the spill level, m2); vol_m3 (volume below the spill level, m3); catch_m2 (ground that drains to it, m2); rain_mm (uniform runoff at which it is full, inflow from spilling neighbours counted, mm); flows_to (dep_id of the next listed depression on the way of its spill, 0 = outside).</source>
        <translation>深度大于 0.05 m 的最外层洼地，溢流高程处的面。字段：dep_id（编号）；parent（此处为 0）；level（层级，1 = 内部没有其他洼地）；pit_z（最低点的高程，m）；spill_z（溢流高程，m）；depth_m（spill_z - pit_z，m）；area_m2（溢流高程以下的面积，m2）；vol_m3（溢流高程以下的容积，m3）；catch_m2（排向它的地面，m2）；rain_mm（使其蓄满的均匀径流量，计入相邻洼地溢流的来水，mm）；flows_to（其溢流沿途下一个所列洼地的 dep_id，0 = 外部）。</translation>
    </message>
    <message>
        <source>Depth of the last rain's water, m, 0 where dry (GeoTIFF): where it comes to rest; for rains in time the greatest depth of the event.</source>
        <translation>最后一场降雨的积水深度，m，无积水处为 0（GeoTIFF）：水最终停留处的水深；按时间过程演算时为全过程的最大水深。</translation>
    </message>
    <message>
        <source>Risk class of the last rain (GeoTIFF): 0 none, 1 blue 低, 2 yellow 一般, 3 orange 较大, 4 red 重大, 255 no data. Patches below 25 m2 are left out.</source>
        <translation>最后一场降雨的风险等级（GeoTIFF）：0 无，1 蓝 低，2 黄 一般，3 橙 较大，4 红 重大，255 无数据。小于 25 m2 的斑块不计。</translation>
    </message>
    <message>
        <source>Risk zones 灾害风险区 of the last rain, a polygon for each patch of one class. Fields: risk (1 to 4); risk_name (colour and grade); area_m2 (m2); max_depth (greatest depth, m).</source>
        <translation>最后一场降雨的灾害风险区，同一等级的每个斑块一个面。字段：risk（1 至 4）；risk_name（颜色和等级）；area_m2（m2）；max_depth（最大水深，m）。</translation>
    </message>
    <message>
        <source>Map sheet, A4, as PDF or PNG by the file's ending; the other of the two is written beside it.</source>
        <translation>图件，A4，按文件扩展名为 PDF 或 PNG；两者中的另一种同时写在旁边。</translation>
    </message>
    <message>
        <source>QGIS project (.qgz) with all results and the given layers, styled, and the map sheet as a layout. It names the files by relative paths: keep them together.</source>
        <translation>QGIS 工程（.qgz），含全部结果和所给图层，样式齐备，图件为其中的布局。它以相对路径引用各文件：请把它们放在一起。</translation>
    </message>
    <message>
        <source>Figures of the run as JSON: data, storm, scheme and matrix with their sources, depressions, flow paths, zones, inlets by outfall, and for every rain its volumes, balance, areas by class, ponding points and hits, with the risk across rains, the control line, the rain that zones cope with, and all findings about the data. Control line and coping rain are in it where one of their outputs or the report is made.</source>
        <translation>本次运行的统计数据，JSON 格式：数据，设计暴雨、分级方案和矩阵及其依据，洼地、径流路径、分区、各排水口的雨水口，以及每场降雨的水量、水量平衡、各等级面积、积水点和命中情况，连同各场降雨的综合风险、控制线、分区可应对降雨量和全部数据检查结果。控制线和可应对降雨量仅在生成其任一输出或报告时列入。</translation>
    </message>
    <message>
        <source>Optional: a city or district with a known storm formula, by its id or name, instead of A1, C, B and N. A window offers the list. Formulas that were not verified say so; compare them with the one in force. No city is taken as default.</source>
        <translation>可选：已知暴雨强度公式的城市或区，以其 id 或名称给出，用以代替 A1、C、B 和 N。窗口中提供列表。未经核实的公式会注明；请与现行公式核对。不以任何城市为默认。</translation>
    </message>
    <message>
        <source>A1 of the storm formula q = 167 A1 (1 + C lg P) / (t + b)^n, q in L/s per ha; where A = 167 A1 is published, give A / 167.</source>
        <translation>暴雨强度公式 q = 167 A1 (1 + C lg P) / (t + b)^n 中的 A1，q 以 L/s per ha 计；公布的是 A = 167 A1 时，填 A / 167。</translation>
    </message>
    <message>
        <source>C of the storm formula.</source>
        <translation>暴雨强度公式中的 C。</translation>
    </message>
    <message>
        <source>n of the storm formula, above 0.</source>
        <translation>暴雨强度公式中的 n，大于 0。</translation>
    </message>
    <message>
        <source>Return periods in years, separated by commas; empty: 2,5,20,50,100. Their rains are the depths of the storm formula for DURATION. They need a storm formula, and RAIN must be empty.</source>
        <translation>重现期，年，以逗号分隔；留空：2,5,20,50,100。其降雨量为暴雨强度公式在 DURATION 内的雨量。须给出暴雨强度公式，且 RAIN 须留空。</translation>
    </message>
    <message>
        <source>Optional: one more rain, beyond the standard: a return period in years (200; needs a storm formula that is published for it), a factor on the greatest of the other rains (x1.5), or a depth (150mm). It must be the greatest of all. A factor or a depth falls as the greatest other rain does, and where it is rarer than the formula tells, it counts as rarer than all.</source>
        <translation>可选：另加一场超标准降雨：以年计的重现期（200；须有公布范围达到它的暴雨强度公式）、其余各场中最大降雨量的倍数（x1.5）或雨量（150mm）。它必须是各场中最大的。倍数或雨量采用其余各场中最大一场的降雨方式；比公式所能说明的更罕见时，按比其余各场都罕见处理。</translation>
    </message>
    <message>
        <source>Duration of every rain, min. Empty: 120 with a storm formula; without one, depths are then placed without time. Given without a storm formula, each depth falls evenly over it.</source>
        <translation>每场降雨的历时，min。留空：有暴雨强度公式时为 120；没有公式时，按雨量直接求积水，不含时间过程。没有公式而给出历时时，各雨量在该历时内均匀降下。</translation>
    </message>
    <message>
        <source>Step of the design storms, min; default 5.</source>
        <translation>设计暴雨的时间步长，min；默认 5。</translation>
    </message>
    <message>
        <source>Where the peak of a Chicago storm lies, as a share of its duration, 0 to 1. Empty: that of the city where it is known, else 0.4.</source>
        <translation>芝加哥雨型的雨峰位置占历时的份额，0 至 1。留空：该城市的值已知则取该值，否则取 0.4。</translation>
    </message>
    <message>
        <source>chicago: the Chicago pattern, of which every part around the peak has the depth of the formula; block: even rain. Without a storm formula rain is even.</source>
        <translation>chicago：芝加哥雨型，雨峰前后任意时段的雨量都等于公式的雨量；block：均匀降雨。没有暴雨强度公式时为均匀降雨。</translation>
    </message>
    <message>
        <source>Depth in m above which water counts as ponding: for durations, ponding points and the rain that zones cope with; default 0.15.</source>
        <translation>超过此水深（m）即计为积水：用于历时、积水点和分区可应对降雨量；默认 0.15。</translation>
    </message>
    <message>
        <source>Infiltration into dry and wet ground, mm/h, for rains in time; default 0.</source>
        <translation>未积水和积水地面的下渗率，mm/h，用于按时间过程演算的降雨；默认 0。</translation>
    </message>
    <message>
        <source>What a clean inlet takes, for rains in time: L/s for all, or a field of INLETS; default 20.</source>
        <translation>清洁雨水口的收水能力，用于按时间过程演算的降雨：适用于全部雨水口的 L/s 值，或 INLETS 的字段；默认 20。</translation>
    </message>
    <message>
        <source>Share of the capacity that leaves and litter leave, 0 to 1; default 0.6.</source>
        <translation>箅面有落叶和杂物时剩余的收水能力比例，0 至 1；默认 0.6。</translation>
    </message>
    <message>
        <source>Optional, for rains in time: level of the receiving water in m, for all outfalls, or a field of OUTFALLS. It shuts inlets at or below it and slows the others.</source>
        <translation>可选，用于按时间过程演算的降雨：受纳水位，m，一个适用于全部排水口的数值，或 OUTFALLS 的字段。等于或低于该水位的雨水口停止收水，其余雨水口收水减慢。</translation>
    </message>
    <message>
        <source>Optional points with a field of their rate in m3/h, such as rate, for rains in time. They take water from the pond that they stand in.</source>
        <translation>可选的点，带有流量字段（m3/h，如 rate），用于按时间过程演算的降雨。水泵从其所在的积水区抽水。</translation>
    </message>
    <message>
        <source>Minutes that are followed after the rain; default 360. Water that still stands then counts as not drained.</source>
        <translation>雨停后继续演算的时间，min；默认 360。届时仍有的积水计为未排干。</translation>
    </message>
    <message>
        <source>Optional points: recorded ponding points, in any CRS. Every rain is compared with them.</source>
        <translation>可选的点：历史易涝积水点，坐标系（CRS）不限。每场降雨都与之比对。</translation>
    </message>
    <message>
        <source>Distance in m from a recorded point to the nearest ponding cell up to which it counts as hit; default 50.</source>
        <translation>历史积水点到最近积水单元的距离，m，不超过此值即计为命中；默认 50。</translation>
    </message>
    <message>
        <source>Lowest risk class within the control line; default orange. The line goes round OUTPUT_COMBINED's classes where return periods are known, else round those of the last rain; holes and specks up to 100 m2 are closed and left out, and it is smoothed by 5 m, as controlline does by default.</source>
        <translation>控制线圈入的最低风险等级；默认 orange。重现期已知时，控制线圈定 OUTPUT_COMBINED 的等级，否则圈定最后一场降雨的等级；不超过 100 m2 的孔洞和碎斑分别予以填补和略去，并按 5 m 平滑，与 controlline 的默认做法相同。</translation>
    </message>
    <message>
        <source>Flooded area in m2 from which a zone no longer copes with a rain; default 50.</source>
        <translation>被淹面积达到此值（m2）起，分区即不再能应对这场降雨；默认 50。</translation>
    </message>
    <message>
        <source>Optional: own scheme as JSON, in the form of resources/presets/schemes.json, instead of SCHEME. One that needs velocities is refused.</source>
        <translation>可选：自定的分级方案，JSON 格式，形式同 resources/presets/schemes.json，代替 SCHEME。需要流速的方案不予接受。</translation>
    </message>
    <message>
        <source>Optional: own matrix as JSON, in the form of one entry of resources/presets/matrices.json. Its rows follow each other by return period without gap or overlap.</source>
        <translation>可选：自定的矩阵，JSON 格式，形式同 resources/presets/matrices.json 中的一项。各行按重现期首尾相接，无缝隙、无重叠。</translation>
    </message>
    <message>
        <source>Language of the map sheet and the report: en or zh.</source>
        <translation>图件和报告的语言：en（英文）或 zh（中文）。</translation>
    </message>
    <message>
        <source>Optional text: the dates of the data, such as DEM 2019; network 2024-05. The map sheet and the report show it.</source>
        <translation>可选的文字：数据的日期，如“DEM 2019；管网 2024-05”。载于图件和报告。</translation>
    </message>
    <message>
        <source>For how long the last rain's water stands above THRESHOLD, min (GeoTIFF). Needs rains in time.</source>
        <translation>最后一场降雨的水深超过 THRESHOLD 的历时，min（GeoTIFF）。要求降雨按时间过程演算。</translation>
    </message>
    <message>
        <source>Risk by likelihood and severity (GeoTIFF), in the classes of OUTPUT_RISK: of all rains whose return period is known, and the one of BEYOND, the highest class that the matrix gives. Needs a storm formula.</source>
        <translation>按可能性和严重程度评定的风险（GeoTIFF），等级同 OUTPUT_RISK：取重现期已知的各场降雨以及 BEYOND 所给的一场，由矩阵得出的最高等级。须有暴雨强度公式。</translation>
    </message>
    <message>
        <source>The same as polygons, one for each patch of one class. Fields: risk (1 to 4); risk_name (colour and grade); area_m2 (m2); max_depth (greatest depth of the last rain, m).</source>
        <translation>同上，为面，同一等级的每个斑块一个。字段：risk（1 至 4）；risk_name（颜色和等级）；area_m2（m2）；max_depth（最后一场降雨的最大水深，m）。</translation>
    </message>
    <message>
        <source>Ponding points of the last rain. Fields: depth_m (greatest depth, m); area_m2 (area deeper than THRESHOLD, m2); vol_m3 (all water on that area, m3); rank (by volume, 1 = largest; of equal ones the deeper); recorded (ids of the recorded points that match, the nearest first, empty if none does); dist_m (distance of the nearest of them to the area, m, empty if none does).</source>
        <translation>最后一场降雨的积水点。字段：depth_m（最大水深，m）；area_m2（水深超过 THRESHOLD 的面积，m2）；vol_m3（该面积上的全部水量，m3）；rank（按水量排名，1 = 最大；相等时较深者在前）；recorded（与之吻合的历史积水点的编号，最近的在前，没有则为空）；dist_m（其中最近的一个到该区域的距离，m，没有则为空）。</translation>
    </message>
    <message>
        <source>The recorded points with their own fields, compared with the last rain. Fields: hit (1 = hit, 0 = missed, empty = not compared); dist_m (distance to the nearest wet area, m, also of a miss).</source>
        <translation>历史积水点，保留自身字段，与最后一场降雨比对。字段：hit（1 = 命中，0 = 漏报，空 = 未比对）；dist_m（到最近积水区域的距离，m，漏报的也给出）。</translation>
    </message>
    <message>
        <source>Areas within the flood risk control line 洪涝风险控制线. Fields: line_id (number of the line, from 1); criterion (what is enclosed); area_m2 (area of the polygon, m2); length_m (length of its outline with the rims of its holes, m); source (file and, where its tags tell it, rain).</source>
        <translation>洪涝风险控制线范围。字段：line_id（控制线序号，从 1 开始）；criterion（圈定的内容）；area_m2（面的面积，m2）；length_m（轮廓长度，含孔洞边界，m）；source（文件，以及其标签注明的降雨量）。</translation>
    </message>
    <message>
        <source>The outlines of these areas. Fields: line_id (that of the polygon); criterion (what is enclosed); area_m2 (area enclosed, m2); length_m (length of the line, m); source (file and, where its tags tell it, rain).</source>
        <translation>上述范围的边界线。字段：line_id（对应面的序号）；criterion（圈定的内容）；area_m2（圈定的面积，m2）；length_m（线的长度，m）；source（文件，以及其标签注明的降雨量）。</translation>
    </message>
    <message>
        <source>Rain at which a cell is under more water than THRESHOLD, mm, up to 500, without inlets and pipes (GeoTIFF).</source>
        <translation>栅格单元水深超过 THRESHOLD 时的降雨量，mm，最大 500，不计雨水口和管道（GeoTIFF）。</translation>
    </message>
    <message>
        <source>The drainage zones with the rain that they cope with 可应对降雨量, without inlets and pipes. Fields: cope_mm (greatest uniform rain at which less than WET_AREA of the zone is flooded, mm; empty where there is none); cope_years (return period of this rain in DURATION, years; empty without a storm formula); cope_note (why cope_mm is empty: more than 500 mm, off the raster, smaller than WET_AREA, no geometry).</source>
        <translation>排水分区及其可应对降雨量，不计雨水口和管道。字段：cope_mm（分区内被淹面积小于 WET_AREA 时的最大均匀降雨量，mm；没有时为空）；cope_years（该降雨量在 DURATION 内的重现期，年；没有暴雨强度公式时为空）；cope_note（cope_mm 为空的原因：超过 500 mm、在栅格范围外、小于 WET_AREA、没有几何）。</translation>
    </message>
    <message>
        <source>Folder: for every rain depth, risk and, in time, duration as GeoTIFF, named by the rain: depth_P20a.tif, risk_50mm.tif, duration_beyond_P200a.tif. Files of the same names are replaced, others stay.</source>
        <translation>文件夹：每场降雨的水深、风险以及（按时间过程演算时）历时，GeoTIFF 格式，按降雨命名：depth_P20a.tif、risk_50mm.tif、duration_beyond_P200a.tif。同名文件被替换，其他文件保留。</translation>
    </message>
    <message>
        <source>Report, one HTML page with its maps inside: figures, maps, the matrix, the water ledger, ponding points, control line, coping rain, the source of every preset and the limits of the method.</source>
        <translation>报告，单个 HTML 页面，地图内嵌其中：统计数据、地图、矩阵、水量平衡表、积水点、控制线、可应对降雨量、各项预设值的依据和方法的局限。</translation>
    </message>
    <message>
        <source>Assess inundation risk</source>
        <translation>内涝风险评估</translation>
    </message>
    <message>
        <source>Assessment</source>
        <translation>综合评估</translation>
    </message>
    <message>
        <source>risk map</source>
        <translation>风险图</translation>
    </message>
    <message>
        <source>waterlogging</source>
        <translation>内涝</translation>
    </message>
    <message>
        <source>screening</source>
        <translation>筛查</translation>
    </message>
    <message>
        <source>return period</source>
        <translation>重现期</translation>
    </message>
    <message>
        <source>report</source>
        <translation>报告</translation>
    </message>
    <message>
        <source>Makes an inundation risk map of a town from its DEM and its drainage layers, for one or many rains, in one run.</source>
        <translation>由 DEM 和排水图层一次运行得出城镇在一场或多场降雨下的内涝风险图。</translation>
    </message>
    <message>
        <source>The run conditions the DEM, finds its depressions, traces the overland flow paths, delineates the drainage zones, follows each rain, grades its water into four colours, and writes map layers, a map sheet, a QGIS project that opens with every layer styled, a summary and a report.</source>
        <translation>一次运行依次修正 DEM、找出洼地、追踪地表径流路径、划分排水分区、演算每场降雨、把积水分为四色，并写出地图图层、图件、打开即各图层样式齐备的 QGIS 工程、汇总和报告。</translation>
    </message>
    <message>
        <source>Rains: RAIN is a list of depths. A storm formula (CITY, or A1, C, B and N) gives the rains of RETURN_PERIODS instead, and tells the return period of depths that are given. BEYOND adds one rain beyond the standard.</source>
        <translation>降雨：RAIN 为降雨量的列表。给出暴雨强度公式（CITY，或 A1、C、B 和 N）时，改由公式得出 RETURN_PERIODS 的各场降雨，或给出所列降雨量的重现期。BEYOND 另加一场超标准降雨。</translation>
    </message>
    <message>
        <source>Time: depths without a DURATION are placed where they come to rest, as inundation does. With DURATION or a storm formula each rain is followed in time as pondingevent does: inlets take water, pipes limit what inlets take, pumps and infiltration work, and the duration of ponding is known.</source>
        <translation>时间：未给 DURATION 的降雨量，其水直接放在最终停留之处，与 inundation 相同。给出 DURATION 或暴雨强度公式时，每场降雨按时间过程演算，与 pondingevent 相同：雨水口收水，管道限制雨水口的收水量，水泵和下渗起作用，并得出积水历时。</translation>
    </message>
    <message>
        <source>Risk: each rain is graded by SCHEME. Where return periods are known, the classes of all rains are weighed by likelihood in a matrix, and each cell gets the highest risk that any rain gives it: OUTPUT_COMBINED. The matrix is an own choice, not a standard; MATRIX_FILE takes another.</source>
        <translation>风险：每场降雨按 SCHEME 分级。重现期已知时，各场降雨的等级按可能性由矩阵评定，每个栅格单元取各场降雨得出的最高风险：OUTPUT_COMBINED。该矩阵为自拟，并非标准；可用 MATRIX_FILE 换用其他矩阵。</translation>
    </message>
    <message>
        <source>Conditioning: holes without data of up to 25 cells are closed by interpolation, buildings are raised by 5 m and channels are lowered by 1 m. Larger holes stay open; water leaves there.</source>
        <translation>地形修正：不超过 25 个栅格单元的无数据空洞用插值填补，建筑物抬高 5 m，河道沟渠下切 1 m。更大的空洞保持敞开；水在该处流出。</translation>
    </message>
    <message>
        <source>Zones: with PIPES there is a zone for each outfall, the inlets being led to it along the pipes; without PIPES there is a zone for each inlet. The fields of the network layers are found by their usual names, and the log says which were taken; the snapping distance is 5 m. To name fields or to choose another level, run drainagezones.</source>
        <translation>分区：给出 PIPES 时，雨水口沿管道归到排水口，每个排水口一个分区；未给出 PIPES 时，每个雨水口一个分区。管网图层的字段按常用名称查找，日志说明采用了哪些字段；捕捉距离为 5 m。要指定字段或选择其他级别，请运行 drainagezones。</translation>
    </message>
    <message>
        <source>Layers that are left out are simply not used: a DEM alone is enough. A layer without features counts as not given.</source>
        <translation>未给出的图层只是不使用：仅有 DEM 也足够。没有要素的图层视为未给出。</translation>
    </message>
    <message>
        <source>Every rain is listed in the summary and in the report, and OUTPUT_SCENARIOS holds the rasters of every rain. The other layers of depth, duration, risk and ponding points are those of the last rain, which is the one of BEYOND where that is given; the map sheet shows OUTPUT_COMBINED where that is made, else the risk of the last rain.</source>
        <translation>每场降雨都列入汇总和报告，OUTPUT_SCENARIOS 存放每场降雨的栅格。水深、历时、风险和积水点的其他图层都是最后一场降雨的；给出 BEYOND 时，最后一场即 BEYOND 的降雨。生成 OUTPUT_COMBINED 时图件显示它，否则显示最后一场降雨的风险。</translation>
    </message>
    <message>
        <source>Parameters</source>
        <translation>参数</translation>
    </message>
    <message>
        <source>Volume of all depressions of the conditioned DEM, m3.</source>
        <translation>修正后 DEM 全部洼地的容积，m3。</translation>
    </message>
    <message>
        <source>Number of outermost depressions deeper than 0.05 m.</source>
        <translation>深度大于 0.05 m 的最外层洼地数。</translation>
    </message>
    <message>
        <source>Number of drainage zones.</source>
        <translation>排水分区数。</translation>
    </message>
    <message>
        <source>Area whose water reaches no inlet, node, outfall or channel, m2.</source>
        <translation>其水到不了任何雨水口、节点、排水口或河道沟渠的面积，m2。</translation>
    </message>
    <message>
        <source>Water that runs off in the last rain, m3.</source>
        <translation>最后一场降雨形成径流的水量，m3。</translation>
    </message>
    <message>
        <source>Water of the last rain that stands at the end, m3.</source>
        <translation>最后一场降雨在结束时的积水量，m3。</translation>
    </message>
    <message>
        <source>Water of the last rain that leaves the DEM over the ground, m3.</source>
        <translation>最后一场降雨沿地面流出 DEM 的水量，m3。</translation>
    </message>
    <message>
        <source>What is missing or too much in the water balance of the rain where that is largest, as a fraction of its runoff, signed.</source>
        <translation>水量平衡中缺少或多出的水量，取各场降雨中最大的一个，以占该场径流量的比值表示，带正负号。</translation>
    </message>
    <message>
        <source>Blue area of the last rain, m2.</source>
        <translation>最后一场降雨的蓝色面积，m2。</translation>
    </message>
    <message>
        <source>Yellow area of the last rain, m2.</source>
        <translation>最后一场降雨的黄色面积，m2。</translation>
    </message>
    <message>
        <source>Orange area of the last rain, m2.</source>
        <translation>最后一场降雨的橙色面积，m2。</translation>
    </message>
    <message>
        <source>Red area of the last rain, m2.</source>
        <translation>最后一场降雨的红色面积，m2。</translation>
    </message>
    <message>
        <source>Blue area of OUTPUT_COMBINED, m2; 0 where no return period is known.</source>
        <translation>OUTPUT_COMBINED 的蓝色面积，m2；没有已知的重现期时为 0。</translation>
    </message>
    <message>
        <source>Yellow area of OUTPUT_COMBINED, m2; 0 where no return period is known.</source>
        <translation>OUTPUT_COMBINED 的黄色面积，m2；没有已知的重现期时为 0。</translation>
    </message>
    <message>
        <source>Orange area of OUTPUT_COMBINED, m2; 0 where no return period is known.</source>
        <translation>OUTPUT_COMBINED 的橙色面积，m2；没有已知的重现期时为 0。</translation>
    </message>
    <message>
        <source>Red area of OUTPUT_COMBINED, m2; 0 where no return period is known.</source>
        <translation>OUTPUT_COMBINED 的红色面积，m2；没有已知的重现期时为 0。</translation>
    </message>
    <message>
        <source>Ponding points of the last rain.</source>
        <translation>最后一场降雨的积水点数。</translation>
    </message>
    <message>
        <source>Recorded points that the last rain hits; 0 without RECORDED.</source>
        <translation>最后一场降雨命中的历史积水点数；没有 RECORDED 时为 0。</translation>
    </message>
    <message>
        <source>Recorded points that the last rain misses; 0 without RECORDED.</source>
        <translation>最后一场降雨漏报的历史积水点数；没有 RECORDED 时为 0。</translation>
    </message>
    <message>
        <source>Ponding points of the last rain that no recorded point matches; 0 without RECORDED.</source>
        <translation>最后一场降雨的积水点中没有任何历史点与之吻合的点数；没有 RECORDED 时为 0。</translation>
    </message>
    <message>
        <source>Outputs</source>
        <translation>输出</translation>
    </message>
    <message>
        <source>Limits</source>
        <translation>局限</translation>
    </message>
    <message>
        <source>Screening only. Without time, water is placed where it comes to rest, and no pipe or inlet carries water away: where they work, depths are too large, above all for a small rain; take what the network carries off as LOSS. In time, inlets, pipe capacities, pumps and infiltration count, but water still runs off without delay, nothing has a velocity, and no pressure or backwater in pipes is computed beyond RECEIVING_LEVEL. The rain that zones cope with counts no inlets. A courtyard that raised buildings close in holds all the rain that falls into it. Run the tools one by one where the defaults do not fit. In qgis_process only the outputs that are named are made. In the window the run keeps the main thread, since the map sheet belongs there; the bar and Cancel work.</source>
        <translation>仅供筛查。不含时间过程时，水放在其最终停留之处，没有管道或雨水口把水排走：在它们起作用的地方，算得的水深偏大，雨量小时尤其如此；请把管网排走的水量计入 LOSS。按时间过程演算时，计入雨水口、管道能力、水泵和下渗，但产流仍无滞后，不计流速，除 RECEIVING_LEVEL 外不计算管道内的压力和顶托。分区可应对降雨量不计雨水口。被抬高的建筑物围合的庭院会积存落入其中的全部降雨。缺省值不适用时，请逐个运行各工具。在 qgis_process 中只生成指定了名称的输出。在窗口中运行时占用主线程，因为图件必须在主线程中生成；进度条和“取消”按钮仍然有效。</translation>
    </message>
    <message>
        <source>Depressions: basin graph after Cordonnier, Bovy and Braun (2019), doi 10.5194/esurf-7-549-2019, and depression hierarchy after Barnes, Callaghan and Wickert (2020), doi 10.5194/esurf-8-431-2020. Inundation: fill-spill-merge after Barnes, Callaghan and Wickert (2021), doi 10.5194/esurf-9-105-2021. Flow: D8, O'Callaghan and Mark (1984), doi 10.1016/S0734-189X(84)80011-0. In time: ponds and inlets followed event by event, own method. Design storms: block integration of the storm formula after Keifer and Chu (1957). Likelihood and severity: the highest class that a risk matrix gives over all rains.</source>
        <translation>洼地：流域图依据 Cordonnier, Bovy and Braun (2019)，doi 10.5194/esurf-7-549-2019；洼地层次结构依据 Barnes, Callaghan and Wickert (2020)，doi 10.5194/esurf-8-431-2020。积水：填洼—溢流—合并，依据 Barnes, Callaghan and Wickert (2021)，doi 10.5194/esurf-9-105-2021。水流：D8，O'Callaghan and Mark (1984)，doi 10.1016/S0734-189X(84)80011-0。时间过程：积水区和雨水口逐个事件演算，自有方法。设计暴雨：暴雨强度公式的分时段积分，依据 Keifer and Chu (1957)。可能性和严重程度：取风险矩阵对各场降雨得出的最高等级。</translation>
    </message>
    <message>
        <source>Example</source>
        <translation>示例</translation>
    </message>
    <message>
        <source>Findings</source>
        <translation>检查结果</translation>
    </message>
    <message>
        <source>Findings of severity error</source>
        <translation>严重程度为错误的结果数</translation>
    </message>
    <message>
        <source>Findings of severity warning</source>
        <translation>严重程度为警告的结果数</translation>
    </message>
    <message>
        <source>Elevation model: ground levels on a north-up grid in a projected CRS. Another one is a finding here, while all other algorithms refuse it.</source>
        <translation>数字高程模型：地面高程，栅格正北朝上，采用投影坐标系（CRS）。其他情形在本工具中列为检查结果，而其他所有算法都不予接受。</translation>
    </message>
    <message>
        <source>Optional lines or polygons: open water.</source>
        <translation>可选的线或面：河道沟渠等开敞水面。</translation>
    </message>
    <message>
        <source>Optional polygons: buildings.</source>
        <translation>可选的面：建筑物。</translation>
    </message>
    <message>
        <source>Findings 数据检查结果. Points. Fields: severity (error, warning or notice); code (see docs/findings.md); message (what was found, a sentence); layer (the layer at fault: DEM, inlets, pipes, manholes, outfalls, channels or buildings); fid (feature id in that layer, -1 = the layer as a whole, or a cell of the DEM). A finding without a place has no geometry.</source>
        <translation>数据检查结果。点。字段：severity（严重程度：error 错误、warning 警告或 notice 提示）；code（代码，见 docs/findings.md）；message（查出的问题，一句话）；layer（有问题的图层：DEM、inlets 雨水口、pipes 雨水管道、manholes 检查井、outfalls 排水口、channels 河道沟渠或 buildings 建筑物）；fid（该图层中的要素 id，-1 = 整个图层，或 DEM 的一个栅格单元）。没有位置的检查结果不带几何。</translation>
    </message>
    <message>
        <source>The findings as a page (HTML): counts, what to do about each code, and the list.</source>
        <translation>检查结果页面（HTML）：各类数量、每个代码的处理办法，以及清单。</translation>
    </message>
    <message>
        <source>Check inputs</source>
        <translation>数据检查</translation>
    </message>
    <message>
        <source>Terrain</source>
        <translation>地形</translation>
    </message>
    <message>
        <source>quality</source>
        <translation>质量</translation>
    </message>
    <message>
        <source>validation</source>
        <translation>校验</translation>
    </message>
    <message>
        <source>errors</source>
        <translation>错误</translation>
    </message>
    <message>
        <source>holes</source>
        <translation>空洞</translation>
    </message>
    <message>
        <source>spikes</source>
        <translation>尖峰</translation>
    </message>
    <message>
        <source>Checks the DEM and the drainage layers, each by itself and against each other, and says what to do.</source>
        <translation>检查 DEM 和各排水图层本身以及它们之间是否相符，并说明如何处理。</translation>
    </message>
    <message>
        <source>Run it first: what it finds would spoil the results of the other algorithms, or stop them. Nothing that is wrong with the data stops it. A DEM in degrees or one that cannot be used, features without geometry, text in number fields, ids that point nowhere: each is a finding, and the rest is checked.</source>
        <translation>请先运行本工具：它查出的问题会使其他算法的结果失真，或使其他算法中止。数据中的任何错误都不会使本工具中止。以度为单位或无法使用的 DEM、没有几何的要素、数字字段中的文本、指向不存在对象的 id：每一项都列为一条检查结果，其余内容照常检查。</translation>
    </message>
    <message>
        <source>The DEM is searched for holes without data, spikes, steps at the seams of tiles, heights in whole metres and cells too coarse for streets; the layers for broken features, and for places and levels that do not fit the DEM; the network by all rules of networkcheck, with the fields of usual names (docs/fields.md) and a snapping distance of 5 m.</source>
        <translation>在 DEM 中查找无数据空洞、尖峰、图幅接缝处的台阶、取整到米的高程，以及对街道来说过粗的栅格单元；在各图层中查找损坏的要素，以及与 DEM 不符的位置和高程；管网按 networkcheck 的全部规则检查，字段采用常用名称（docs/fields.md），捕捉距离为 5 m。</translation>
    </message>
    <message>
        <source>An error makes results wrong at that place. A warning may be right but should be looked at. A notice is worth knowing. docs/findings.md lists every code with its limits and what to do about it.</source>
        <translation>“错误”会使该处的结果出错。“警告”可能并无问题，但应当查看。“提示”值得了解。docs/findings.md 列出每个代码、其界限以及处理办法。</translation>
    </message>
    <message>
        <source>Number of findings of severity error.</source>
        <translation>严重程度为 error（错误）的检查结果数量。</translation>
    </message>
    <message>
        <source>Number of findings of severity warning.</source>
        <translation>严重程度为 warning（警告）的检查结果数量。</translation>
    </message>
    <message>
        <source>It finds what contradicts itself or a rule, not what is plausible and wrong. Spikes are single cells; seams are straight along rows or columns and cross at least a quarter of the DEM. The catchment of an inlet is seen only where cells are smaller than 5 m2. Heights in whole feet are not recognised as rounded.</source>
        <translation>本工具查出的是自相矛盾或违反规则之处，查不出看似合理而实际错误的数据。尖峰指单个栅格单元；接缝须沿行或列呈直线，且至少横贯 DEM 的四分之一。只有栅格单元小于 5 m2 时，才能看出雨水口的汇水区。取整到英尺的高程不会被识别为取整高程。</translation>
    </message>
    <message>
        <source>Rules of the project, with the limits listed in docs/findings.md. Catchments of inlets are those of drainagezones; the pipe graph is described in docs/method.md.</source>
        <translation>采用本项目自己的规则，界限列于 docs/findings.md。雨水口的汇水区与 drainagezones 的相同；管网图的说明见 docs/method.md。</translation>
    </message>
    <message>
        <source>Condition DEM</source>
        <translation>修正 DEM</translation>
    </message>
    <message>
        <source>burn</source>
        <translation>下切</translation>
    </message>
    <message>
        <source>buildings</source>
        <translation>建筑物</translation>
    </message>
    <message>
        <source>culverts</source>
        <translation>涵洞</translation>
    </message>
    <message>
        <source>hydro-enforcement</source>
        <translation>水文修正</translation>
    </message>
    <message>
        <source>Works buildings, channels, culverts and barriers into a DEM and closes its gaps.</source>
        <translation>把建筑物、河道沟渠、涵洞和挡水物加入 DEM，并填补其空洞。</translation>
    </message>
    <message>
        <source>A bare-earth DEM shows neither the houses that water runs round nor the culverts that it runs through. This tool adds them before depressions and flow are looked for.</source>
        <translation>裸地 DEM 既不显示水要绕行的房屋，也不显示水会穿过的涵洞。本工具在查找洼地和水流之前把它们加进去。</translation>
    </message>
    <message>
        <source>The order is fixed: gaps are closed, buildings are raised, barriers are raised, channels are lowered, and culverts are cut last, so that a culvert passes under what was raised. The log gives the number of cells changed in each step.</source>
        <translation>顺序固定：先填补空洞，再抬高建筑物，再抬高挡水物，再下切河道沟渠，最后开挖涵洞，使涵洞能从抬高的物体下面穿过。日志给出每一步改动的栅格单元数。</translation>
    </message>
    <message>
        <source>What is raised or lowered is changed by a fixed amount, not set to a level: where two features of one layer overlap, a cell changes once; where a building and a barrier overlap, it is raised by both.</source>
        <translation>抬高或下切都按固定的量改变高程，而不是设为某一高程：同一图层的两个要素重叠处，栅格单元只改变一次；建筑物与挡水物重叠处，两者的抬高量都计入。</translation>
    </message>
    <message>
        <source>A building with a closed courtyard makes a depression of the courtyard. Culverts do not fall by a slope of their own: if both ends lie at one level, the cut is level. CLOSE_GAPS also bridges lakes: leave it off, or limit it by LARGEST_GAP, where a gap is water that takes water.</source>
        <translation>带封闭庭院的建筑物会使庭院成为洼地。涵洞没有自身的坡度：两端高程相同时，开挖底面是平的。CLOSE_GAPS 也会把湖面填平：空洞是受水的水面时，请不要选用，或用 LARGEST_GAP 限制。</translation>
    </message>
    <message>
        <source>Buildings as blocks and channels as trenches, as usual in surface water mapping; on burning features in: Lindsay (2016), doi 10.1002/esp.3888. Gaps: inverse distance by GDAL's FillNodata.</source>
        <translation>建筑物作为实体块、河道沟渠作为沟槽，是地表积水制图的通常做法；关于把要素刻入地形：Lindsay (2016)，doi 10.1002/esp.3888。空洞：用 GDAL 的 FillNodata 作反距离插值。</translation>
    </message>
    <message>
        <source>Fill depressions</source>
        <translation>填洼</translation>
    </message>
    <message>
        <source>fill</source>
        <translation>填洼</translation>
    </message>
    <message>
        <source>sinks</source>
        <translation>汇点</translation>
    </message>
    <message>
        <source>pits</source>
        <translation>洼地最低点</translation>
    </message>
    <message>
        <source>depression</source>
        <translation>洼地</translation>
    </message>
    <message>
        <source>breach</source>
        <translation>开槽</translation>
    </message>
    <message>
        <source>Raises depressions to their spill level, or cuts ways out of them.</source>
        <translation>把洼地抬高到其溢流高程，或从洼地开出排水的通路。</translation>
    </message>
    <message>
        <source>fill gives the exact result: every cell has the lowest level to which water must rise there before it can leave, and no cell is raised more than that. Filled depressions are level. A DEM without depressions comes back unchanged.</source>
        <translation>fill 给出精确结果：每个栅格单元取水在该处能够流出之前必须升到的最低水位，任何栅格单元的抬高都不超过此值。填平的洼地是水平的。没有洼地的 DEM 原样返回。</translation>
    </message>
    <message>
        <source>fill_slope gives the lowest surface from which every cell has a way out that falls by at least MIN_SLOPE. It raises more than fill does; use it for tools that cannot handle level ground. The tools of Rainshed need neither.</source>
        <translation>fill_slope 给出这样一个最低的表面：从每个栅格单元出发，都有一条坡度不小于 MIN_SLOPE 的下坡出路。它比 fill 抬高得更多；用于不能处理水平地面的工具。Rainshed 的工具两者都不需要。</translation>
    </message>
    <message>
        <source>breach cuts a ditch from every pit to lower ground or to where water leaves, where it costs least, as a culvert or a gap would let the water through an embankment. It raises nothing. Pits without such a way within MAX_BREACH_LENGTH and MAX_BREACH_DEPTH stay as they are. breach_fill then fills these exactly, so that no depression remains.</source>
        <translation>breach 从每个洼地最低点开出一条沟，沿代价最小处通到更低的地面或水流出处，如同涵洞或缺口让水穿过路堤。它不抬高任何地方。在 MAX_BREACH_LENGTH 和 MAX_BREACH_DEPTH 以内没有这种通路的洼地最低点保持原样。breach_fill 随后把这些洼地精确填平，不再留下洼地。</translation>
    </message>
    <message>
        <source>Water leaves at the DEM's edge and beside cells without data, unless CLOSED_EDGE is set, and at SINKS.</source>
        <translation>水从 DEM 边缘和无数据的栅格单元旁流出（设置了 CLOSED_EDGE 时除外），也在 SINKS 处流出。</translation>
    </message>
    <message>
        <source>Volume of the fill, m3: between OUTPUT and the DEM where OUTPUT is the higher one.</source>
        <translation>填洼体积，m3：OUTPUT 较高处，OUTPUT 与 DEM 之间的体积。</translation>
    </message>
    <message>
        <source>Greatest depth of fill, m.</source>
        <translation>最大填洼深度，m。</translation>
    </message>
    <message>
        <source>Number of cells that were raised.</source>
        <translation>被抬高的栅格单元数。</translation>
    </message>
    <message>
        <source>Volume of the cut, m3: between the DEM and OUTPUT where OUTPUT is the lower one. 0 for fill and fill_slope, as are the four below.</source>
        <translation>下切体积，m3：OUTPUT 较低处，DEM 与 OUTPUT 之间的体积。对 fill 和 fill_slope 为 0，以下四项也是如此。</translation>
    </message>
    <message>
        <source>Greatest depth of the cut, m.</source>
        <translation>最大下切深度，m。</translation>
    </message>
    <message>
        <source>Number of cells that were lowered.</source>
        <translation>被下切的栅格单元数。</translation>
    </message>
    <message>
        <source>Number of pits that drain after breaching; a pit that another pit's ditch drains counts too.</source>
        <translation>开槽后能够排水的洼地最低点数；经由另一洼地最低点的沟排水的也计入。</translation>
    </message>
    <message>
        <source>Number of pits that could not be breached within the limits; breach keeps them, breach_fill fills them.</source>
        <translation>在限值以内无法开槽的洼地最低点数；breach 保留它们，breach_fill 把它们填平。</translation>
    </message>
    <message>
        <source>A breach is where the DEM makes it cheapest, not where a culvert is known to be: known ones are better cut by conditiondem. Cells on the DEM's edge, beside cells without data and at SINKS may be lowered too, to the bottom of the ditch that leaves there. Of two ways to a cell the search follows the cheaper one, so a pit may be left although a dearer way is within MAX_BREACH_LENGTH. OUTPUT is float32, which resolves 0.03 mm at 500 m above the sea: with small cells do not set MIN_SLOPE lower than the default (0.17 mm a metre). Fill depth is storage, not flooding: for the water of a given rain use inundation.</source>
        <translation>开槽的位置是 DEM 上代价最小处，而不是已知有涵洞处：已知的涵洞最好用 conditiondem 开挖。DEM 边缘、无数据的栅格单元旁以及 SINKS 处的栅格单元也可能被下切，降到在该处流出的沟的沟底。到达同一栅格单元有两条路线时，搜索只沿代价较小的一条，因此即使在 MAX_BREACH_LENGTH 以内还有一条代价较大的路线，洼地最低点也可能保留下来。OUTPUT 为 float32，在海拔 500 m 处分辨到 0.03 mm：栅格单元较小时，MIN_SLOPE 不要设得低于默认值（每米 0.17 mm）。填洼深度是蓄水能力，而不是积水：给定降雨的积水请用 inundation。</translation>
    </message>
    <message>
        <source>fill: spill levels from the minimum spanning tree of the basin graph, Cordonnier, Bovy and Braun (2019), doi 10.5194/esurf-7-549-2019. fill_slope: Wang and Liu (2006), doi 10.1080/13658810500433453, as priority-flood, Barnes, Lehman and Mulla (2014), doi 10.1016/j.cageo.2013.04.024. breach: least-cost search after Lindsay and Dhun (2015), doi 10.1080/13658816.2014.975715; breach_fill as the combination of both in Lindsay (2016), doi 10.1002/hyp.10648.</source>
        <translation>fill：由流域图的最小生成树求溢流高程，Cordonnier, Bovy and Braun (2019)，doi 10.5194/esurf-7-549-2019。fill_slope：Wang and Liu (2006)，doi 10.1080/13658810500433453，按优先级泛洪（priority-flood）实现，Barnes, Lehman and Mulla (2014)，doi 10.1016/j.cageo.2013.04.024。breach：最小代价搜索，依据 Lindsay and Dhun (2015)，doi 10.1080/13658816.2014.975715；breach_fill 为 Lindsay (2016) 中两者的结合，doi 10.1002/hyp.10648。</translation>
    </message>
    <message>
        <source>bluespot</source>
        <translation>积水洼地</translation>
    </message>
    <message>
        <source>storage</source>
        <translation>蓄水容积</translation>
    </message>
    <message>
        <source>pour point</source>
        <translation>溢出点</translation>
    </message>
    <message>
        <source>Lists depressions with their storage, catchment, nesting and the rain that fills them.</source>
        <translation>列出洼地及其蓄水容积、汇水区、嵌套关系和填满所需的雨量。</translation>
    </message>
    <message>
        <source>A depression is ground from which water cannot run off before it has risen to the spill level. Small depressions lie inside larger ones: when two neighbours are full they merge and rise as one.</source>
        <translation>洼地是水在升到溢流高程之前无法流走的地面。小洼地位于较大的洼地之内：相邻的两个洼地都满时，便合并为一个一起上升。</translation>
    </message>
    <message>
        <source>LEVELS outer lists the depressions that stand apart when all are full; two that meet only at the level at which both spill are listed as two. LEVELS all lists those inside them too, and parent says in which each lies.</source>
        <translation>LEVELS 取 outer 时，列出全部蓄满时各自独立的洼地；两个洼地若恰好在两者都溢流的高程上才相接，则列为两个。LEVELS 取 all 时，也列出其内部的洼地，parent 说明各自位于哪一个之内。</translation>
    </message>
    <message>
        <source>The filters keep what is strictly greater than the value given; with 0 every depression is kept. Numbers follow the pits in reading order, row by row from the north-west.</source>
        <translation>各筛选条件只保留严格大于给定值的洼地；取 0 时全部保留。编号按洼地最低点的阅读顺序，从西北角起逐行排列。</translation>
    </message>
    <message>
        <source>Number of depressions listed.</source>
        <translation>所列洼地数。</translation>
    </message>
    <message>
        <source>Volume of those listed that lie in no other listed one, m3.</source>
        <translation>所列洼地中不位于其他所列洼地之内者的容积，m3。</translation>
    </message>
    <message>
        <source>Whether a hollow is real is for the map reader to say: bridges, culverts and walls that the DEM shows wrongly make or hide depressions; see conditiondem. rain_mm is runoff: divide by the runoff coefficient and add the losses for the rain itself.</source>
        <translation>洼地是否真实，要由读图的人判断：DEM 错误表现的桥梁、涵洞和墙体会造成或掩盖洼地；见 conditiondem。rain_mm 是径流量：除以径流系数再加上损失量，才是降雨量本身。</translation>
    </message>
    <message>
        <source>Basin graph after Cordonnier, Bovy and Braun (2019), doi 10.5194/esurf-7-549-2019; depression hierarchy after Barnes, Callaghan and Wickert (2020), doi 10.5194/esurf-8-431-2020. rain_mm: exact sequence of filling events.</source>
        <translation>流域图依据 Cordonnier, Bovy and Braun (2019)，doi 10.5194/esurf-7-549-2019；洼地层次结构依据 Barnes, Callaghan and Wickert (2020)，doi 10.5194/esurf-8-431-2020。rain_mm：蓄满事件的精确序列。</translation>
    </message>
    <message>
        <source>Return period P (years)</source>
        <translation>重现期 P（年）</translation>
    </message>
    <message>
        <source>Duration (min)</source>
        <translation>历时（min）</translation>
    </message>
    <message>
        <source>Step (min)</source>
        <translation>时间步长（min）</translation>
    </message>
    <message>
        <source>Shape</source>
        <translation>雨型</translation>
    </message>
    <message>
        <source>Depth whose return period is sought (mm)</source>
        <translation>待反算重现期的雨量（mm）</translation>
    </message>
    <message>
        <source>Design storm (table)</source>
        <translation>设计暴雨（表）</translation>
    </message>
    <message>
        <source>Plot of the storm</source>
        <translation>雨型图</translation>
    </message>
    <message>
        <source>Depth of the storm (mm)</source>
        <translation>总雨量（mm）</translation>
    </message>
    <message>
        <source>Greatest intensity of a step (mm/h)</source>
        <translation>时段最大雨强（mm/h）</translation>
    </message>
    <message>
        <source>Return period (years)</source>
        <translation>重现期（年）</translation>
    </message>
    <message>
        <source>Id of a city or district whose formula is known, instead of A1, C, B and N. Read or second-hand: beijing_old, nanning_old, haikou_old, guangzhou_centre, shenzhen_west, shenzhen_centre, shenzhen_east, shenzhen_shenshan, chongqing_shapingba, chongqing_yubei, chongqing_banan. UNVERIFIED 未核实, only recalled or of a place that could not be read: xian, xian_other, xian_old, xianyang, shanghai, beijing_zone2, wuhan. No default. The log names the source, how sure it is, and what it is published for.</source>
        <translation>已知其公式的城市或区的 id，用以代替 A1、C、B 和 N。已查阅原文或转引：beijing_old、nanning_old、haikou_old、guangzhou_centre、shenzhen_west、shenzhen_centre、shenzhen_east、shenzhen_shenshan、chongqing_shapingba、chongqing_yubei、chongqing_banan。UNVERIFIED（未经核实），仅凭记忆，或出处无法查阅：xian、xian_other、xian_old、xianyang、shanghai、beijing_zone2、wuhan。无默认值。日志写明来源、可靠程度及其公布的适用范围。</translation>
    </message>
    <message>
        <source>A1 of the storm formula of the place, q = 167 A1 (1 + C lg P) / (t + b)^n in L/s per ha, t in min. Where A = 167 A1 is published, give A / 167. No default: take the formula that the place has published.</source>
        <translation>当地暴雨强度公式 q = 167 A1 (1 + C lg P) / (t + b)^n 中的 A1，q 以 L/s per ha 计，t 以 min 计。公布的是 A = 167 A1 时，填 A / 167。无默认值：请采用当地公布的公式。</translation>
    </message>
    <message>
        <source>Return period P of the storm, years. Refused outside the range that the source of CITY states. Left empty, it is that of DEPTH.</source>
        <translation>设计暴雨的重现期 P，年。超出 CITY 的来源所述范围时不予接受。留空时，取 DEPTH 的重现期。</translation>
    </message>
    <message>
        <source>Duration of the storm, min, 1 to 10080; default 120. Beyond the durations that the source of CITY states the log warns.</source>
        <translation>设计暴雨的历时，min，1 至 10080；默认 120。超出 CITY 的来源所述历时范围时，日志给出警告。</translation>
    </message>
    <message>
        <source>Step of the table, min, 0.05 or more; default 5. A last step may be shorter.</source>
        <translation>表的步长，min，不小于 0.05；默认 5。最后一步可以较短。</translation>
    </message>
    <message>
        <source>Where the peak lies, as a share of the duration, 0 to 1. Left empty, it is that of CITY where one is known, else 0.4.</source>
        <translation>雨峰系数：雨峰所在位置占历时的份额，0 至 1。留空时，CITY 的值已知则取该值，否则取 0.4。</translation>
    </message>
    <message>
        <source>chicago: the pattern of Keifer and Chu. block: the mean intensity throughout. Default chicago.</source>
        <translation>chicago：Keifer and Chu 的雨型（芝加哥雨型）。block：全程为平均强度（均匀降雨）。默认 chicago。</translation>
    </message>
    <message>
        <source>Optional depth, mm: RETURN_PERIOD_A is then the return period at which so much falls in DURATION.</source>
        <translation>可选的雨量，mm：此时 RETURN_PERIOD_A 为在 DURATION 内降下这么多雨的重现期。</translation>
    </message>
    <message>
        <source>Design storm 设计暴雨. Table. Fields: t_min (start of the step, min from the start of the rain); rain_mm (rain of the step, mm); rate_mmh (its intensity, mm/h). The last row, of 0 mm, is where the rain ends.</source>
        <translation>设计暴雨。表。字段：t_min（该步的起始时刻，从降雨开始起算，min）；rain_mm（该步的雨量，mm）；rate_mmh（其强度，mm/h）。最后一行为 0 mm，表示降雨结束的时刻。</translation>
    </message>
    <message>
        <source>A page (HTML) that needs no network: intensity of every step as bars, the rain fallen until then as a line, and the formula with its source.</source>
        <translation>无需联网的页面（HTML）：以柱表示每一步的强度，以线表示至该时刻的累计雨量，并列出公式及其来源。</translation>
    </message>
    <message>
        <source>Design storm</source>
        <translation>设计暴雨</translation>
    </message>
    <message>
        <source>Storm</source>
        <translation>暴雨</translation>
    </message>
    <message>
        <source>hyetograph</source>
        <translation>雨型</translation>
    </message>
    <message>
        <source>Chicago</source>
        <translation>芝加哥雨型</translation>
    </message>
    <message>
        <source>IDF</source>
        <translation>IDF 曲线</translation>
    </message>
    <message>
        <source>Makes a design storm of a city's storm formula, in steps of time, and finds the return period of a depth.</source>
        <translation>按城市的暴雨强度公式，以时间步长生成设计暴雨，并求某一雨量的重现期。</translation>
    </message>
    <message>
        <source>The storm formula 暴雨强度公式 q = 167 A1 (1 + C lg P) / (t + b)^n gives the intensity (L/s per ha) of a rain of t minutes that is reached once in P years. The parameters are those of CITY, or your own. Some cities publish them for single return periods, and by intervals for those between: CITY then takes what is published for P. No city is taken as default.</source>
        <translation>暴雨强度公式 q = 167 A1 (1 + C lg P) / (t + b)^n 给出历时 t 分钟、每 P 年达到一次的降雨的强度（L/s per ha，即每公顷每秒的升数）。参数取自 CITY，或由您自行给出。有些城市按单个重现期公布参数，其间的重现期则按区间公布：此时 CITY 取对 P 所公布的参数。不以任何城市为默认值。</translation>
    </message>
    <message>
        <source>The shape chicago puts the depths of all durations into one storm: its heaviest part of any length has the depth that the formula gives for that length, in shares of PEAK_RATIO before the peak and the rest after it. The shape block is even rain. Both sum to the formula's depth whatever the step.</source>
        <translation>雨型 chicago 把所有历时的雨量放进同一场暴雨：其任意长度的最强时段，雨量都等于公式对该时长给出的雨量，其中 PEAK_RATIO 的份额在峰前，其余在峰后。雨型 block 是均匀降雨。不论步长多大，两者的总量都等于公式的雨量。</translation>
    </message>
    <message>
        <source>The table is what pondingevent and swmmexport take as HYETOGRAPH. Its last row of 0 mm is where the rain ends. With DEPTH the run answers the other way round: once in how many years so much falls in DURATION. Without RETURN_PERIOD the storm is that of the depth.</source>
        <translation>该表即 pondingevent 和 swmmexport 的 HYETOGRAPH 所用的输入。最后一行为 0 mm，表示降雨结束的时刻。给出 DEPTH 时，反过来计算：在 DURATION 内降下这么多雨，多少年一遇。没有给出 RETURN_PERIOD 时，设计暴雨即该雨量的暴雨。</translation>
    </message>
    <message>
        <source>Depth of the storm, mm: that of the formula.</source>
        <translation>设计暴雨的雨量，mm：即公式的雨量。</translation>
    </message>
    <message>
        <source>Greatest intensity of a step, mm/h. The shorter the step, the greater.</source>
        <translation>各步中的最大强度，mm/h。步长越短，该值越大。</translation>
    </message>
    <message>
        <source>Return period of DEPTH, years; without DEPTH that of the storm.</source>
        <translation>DEPTH 的重现期，年；没有 DEPTH 时为设计暴雨的重现期。</translation>
    </message>
    <message>
        <source>A formula holds for the place, the return periods and the durations that it was fitted to; a Chicago storm asks it for durations below a minute as well. The pattern has the worst of all durations at once, which no real storm has. Where the parameters change between intervals, the depth may jump: several return periods then have one depth, the listed or the least is given and the log names the others. Nothing is reduced for large areas.</source>
        <translation>公式只适用于其拟合所依据的地点、重现期和历时；而芝加哥雨型还会用到一分钟以下的历时。该雨型同时包含所有历时的最不利情形，实际暴雨都不会如此。在参数随区间改变之处，雨量可能跳变：此时几个重现期对应同一雨量，给出公布的或其中最小的一个，日志列出其余的。对大面积不作折减。</translation>
    </message>
    <message>
        <source>Depth (mm) = q t / 167, as the explanation of Shenzhen's formulas of 2024 has it; its 352 printed depths are met to 0.001 mm. With L/s per ha as an exact unit depths would be 0.2 % greater. Chicago pattern: Keifer and Chu 1957, by differences of the depth fallen; see "Design storms" in docs/method.md.</source>
        <translation>雨量（mm）= q t / 167，依据深圳市 2024 年暴雨强度公式的说明；与其刊印的 352 个雨量之差在 0.001 mm 以内。若把 L/s per ha 当作精确单位，雨量会大 0.2 %。芝加哥雨型：Keifer and Chu 1957，由累计雨量的差分求得；见 docs/method.md 中的“Design storms”（设计暴雨）一节。</translation>
    </message>
    <message>
        <source>Land cover</source>
        <translation>下垫面</translation>
    </message>
    <message>
        <source>Land cover (raster of class codes)</source>
        <translation>下垫面（类别代码栅格）</translation>
    </message>
    <message>
        <source>Runoff coefficient (field of the land cover, or a preset)</source>
        <translation>径流系数（下垫面的字段，或预设）</translation>
    </message>
    <message>
        <source>Class field of the land cover</source>
        <translation>下垫面的类别字段</translation>
    </message>
    <message>
        <source>Curve number field of the land cover</source>
        <translation>下垫面的曲线数字段</translation>
    </message>
    <message>
        <source>Hydrologic soil group field of the land cover</source>
        <translation>下垫面的水文土壤组字段</translation>
    </message>
    <message>
        <source>Hydrologic soil group</source>
        <translation>水文土壤组</translation>
    </message>
    <message>
        <source>Antecedent moisture, for curve numbers</source>
        <translation>前期湿润程度（用于曲线数法）</translation>
    </message>
    <message>
        <source>Initial abstraction ratio, for curve numbers</source>
        <translation>初损系数（用于曲线数法）</translation>
    </message>
    <message>
        <source>Runoff coefficient where there is no land cover</source>
        <translation>无下垫面处的径流系数</translation>
    </message>
    <message>
        <source>Curve number where there is no land cover</source>
        <translation>无下垫面处的曲线数</translation>
    </message>
    <message>
        <source>Runoff coefficient of roofs</source>
        <translation>屋面径流系数</translation>
    </message>
    <message>
        <source>Runoff (mm)</source>
        <translation>径流深（mm）</translation>
    </message>
    <message>
        <source>Water that runs off (m3)</source>
        <translation>产流量（m3）</translation>
    </message>
    <message>
        <source>Rain (m3)</source>
        <translation>降雨量（m3）</translation>
    </message>
    <message>
        <source>Runoff as a share of the rain</source>
        <translation>径流占降雨的份额</translation>
    </message>
    <message>
        <source>Elevation model; only its grid and its cells with data count. North-up, in a projected CRS. A DEM in degrees, a rotated one and a south-up one are refused.</source>
        <translation>数字高程模型；只用其格网和有数据的栅格单元。正北朝上，采用投影坐标系（CRS）。以度为单位、经过旋转或南向朝上的 DEM 不予接受。</translation>
    </message>
    <message>
        <source>Band of the DEM; default 1.</source>
        <translation>DEM 的波段；默认 1。</translation>
    </message>
    <message>
        <source>Optional polygons of land cover 下垫面. Reprojected if in another CRS. Not together with LAND_RASTER.</source>
        <translation>可选的面：下垫面。坐标系（CRS）不同时重投影。不能与 LAND_RASTER 同时给出。</translation>
    </message>
    <message>
        <source>Optional raster of class codes on the DEM's grid; cells without data take the default. The codes are those of ESA WorldCover, 10 to 100.</source>
        <translation>可选的类别代码栅格，与 DEM 同一格网；无数据的栅格单元取缺省值。代码采用 ESA WorldCover 的代码，10 至 100。</translation>
    </message>
    <message>
        <source>For METHOD=coefficient: a field of LAND with coefficients from 0 to 1, or a preset: surface_volume (surfaces such as paved, green, water: 雨量径流系数), surface_flow (the same for peak flows), surface_sewer (as for sewers), us_rational (land uses, US practice), worldcover (codes of ESA WorldCover, an own match, UNVERIFIED 未核实). Left empty, a field of a usual name is found, else the preset is surface_volume, or worldcover with LAND_RASTER. Of ranges the presets take the upper end. The log names the source of every value and how sure it is.</source>
        <translation>用于 METHOD=coefficient：LAND 中系数为 0 至 1 的字段，或预设：surface_volume（铺装、绿地、水面等下垫面的雨量径流系数）、surface_flow（同上，用于洪峰流量，即流量径流系数）、surface_sewer（用于雨水管道的径流系数）、us_rational（按用地类别，美国（US）的做法）、worldcover（ESA WorldCover 的代码，对应关系为自拟，UNVERIFIED，未经核实）。留空时，若存在常用名称的字段则采用该字段，否则预设为 surface_volume，给出 LAND_RASTER 时为 worldcover。对于取值范围，预设取其上限。日志写明每个值的来源和可靠程度。</translation>
    </message>
    <message>
        <source>Field of LAND with the class, for presets: its id, its name in English or Chinese, or its code. Left empty, a usual name is found. A class that the preset does not know is refused, with the feature and the known ones.</source>
        <translation>LAND 中记录类别的字段，用于预设：类别的 id、英文或中文名称，或代码。留空时按常用名称查找。预设中没有的类别不予接受，并指出该要素和已有的类别。</translation>
    </message>
    <message>
        <source>Depth taken off the rain first, mm, 0 or more, for instance what a drainage network carries off; default 0. Roofs are no exception.</source>
        <translation>先从降雨中扣除的量，mm，不小于 0，例如排水管网排走的水量；默认 0。屋面也不例外。</translation>
    </message>
    <message>
        <source>coefficient: runoff coefficient. curve_number: SCS curve number. Default coefficient.</source>
        <translation>coefficient：径流系数。curve_number：SCS 曲线数。默认 coefficient。</translation>
    </message>
    <message>
        <source>For METHOD=curve_number: a field of LAND with curve numbers above 0 and up to 100. Left empty, a usual name is found, else the preset scs gives them by class and soil group.</source>
        <translation>用于 METHOD=curve_number：LAND 中曲线数大于 0 且不超过 100 的字段。留空时，若存在常用名称的字段则采用该字段，否则由预设 scs 按类别和土壤组给出。</translation>
    </message>
    <message>
        <source>Field of LAND with the hydrologic soil group, A (soaks up most) to D, for the preset. Left empty, a usual name is found.</source>
        <translation>LAND 中记录水文土壤组的字段，A（下渗最强）至 D，用于预设。留空时按常用名称查找。</translation>
    </message>
    <message>
        <source>Soil group where SOIL_FIELD has none. With unknown, a class whose curve number depends on it is refused. Default unknown.</source>
        <translation>SOIL_FIELD 没有值时的土壤组。取 unknown 时，曲线数取决于土壤组的类别不予接受。默认 unknown。</translation>
    </message>
    <message>
        <source>Antecedent moisture: normal takes curve numbers as they are, dry and wet convert them. Default normal.</source>
        <translation>前期湿润程度：normal 直接采用曲线数，dry 和 wet 对其换算。默认 normal。</translation>
    </message>
    <message>
        <source>Advanced. Initial abstraction as a share of S, 0 to 1; default 0.2, for which the published curve numbers hold.</source>
        <translation>高级参数。初损占 S 的份额，0 至 1；默认 0.2，已公布的曲线数即以此为前提。</translation>
    </message>
    <message>
        <source>Runoff coefficient of cells without land cover and of polygons without a value, 0 to 1. No default: where it is needed, the run asks for it.</source>
        <translation>无下垫面的栅格单元和无值的面的径流系数，0 至 1。无默认值：需要时，运行会要求给出。</translation>
    </message>
    <message>
        <source>The same for METHOD=curve_number, above 0 and up to 100.</source>
        <translation>同上，用于 METHOD=curve_number，为曲线数，大于 0 且不超过 100。</translation>
    </message>
    <message>
        <source>Optional polygons of buildings; a cell is roof if one covers its centre, whatever LAND says there.</source>
        <translation>可选的面：建筑物；中心被其覆盖的栅格单元即为屋面，无论 LAND 在该处为何值。</translation>
    </message>
    <message>
        <source>Share of the rain left after LOSS that runs off roofs, 0 to 1, with either method; default 0.9 (hard roofs 0.8 to 0.9: Table E.0.1 不同下垫面的径流系数, read).</source>
        <translation>扣除 LOSS 后的降雨中从屋面形成径流的份额，0 至 1，两种方法均适用；默认 0.9（硬屋面 0.8 至 0.9：表 E.0.1 不同下垫面的径流系数，已查阅）。</translation>
    </message>
    <message>
        <source>Runoff of every cell, mm (GeoTIFF). Beside buildings it may exceed the rain.</source>
        <translation>每个栅格单元的径流深，mm（GeoTIFF）。建筑物旁可能超过降雨量。</translation>
    </message>
    <message>
        <source>Runoff by land cover</source>
        <translation>下垫面产流</translation>
    </message>
    <message>
        <source>runoff coefficient</source>
        <translation>径流系数</translation>
    </message>
    <message>
        <source>curve number</source>
        <translation>曲线数</translation>
    </message>
    <message>
        <source>SCS</source>
        <translation>SCS 曲线数法</translation>
    </message>
    <message>
        <source>land cover</source>
        <translation>下垫面</translation>
    </message>
    <message>
        <source>roof</source>
        <translation>屋面</translation>
    </message>
    <message>
        <source>Makes a raster of the runoff that a rain gives on every kind of ground.</source>
        <translation>生成一场降雨在各类地面上产生的径流深栅格。</translation>
    </message>
    <message>
        <source>With METHOD=coefficient runoff is the runoff coefficient 径流系数 of the ground x max(RAIN - LOSS, 0). With METHOD=curve_number it is Q = (P - Ia)^2 / (P - Ia + S), with P = max(RAIN - LOSS, 0), S = 25400 / CN - 254 mm and Ia = ABSTRACTION_RATIO x S: ground soaks up the first of a rain, and of more rain a greater share runs off.</source>
        <translation>METHOD=coefficient 时，径流量为地面的径流系数 × max(RAIN - LOSS, 0)。METHOD=curve_number 时为 Q = (P - Ia)^2 / (P - Ia + S)，其中 P = max(RAIN - LOSS, 0)，S = 25400 / CN - 254 mm，Ia = ABSTRACTION_RATIO × S：降雨开始的部分被地面吸收，雨量越大，形成径流的份额越大。</translation>
    </message>
    <message>
        <source>The coefficient or curve number of a polygon is that of a field, or that of its class in a preset. A cell belongs to the polygon that covers its centre, and where several do, to the smallest of them; the log says how many cells that concerns. LAND_RASTER holds codes of classes instead. What neither covers takes the default.</source>
        <translation>面的径流系数或曲线数取自字段，或取预设中其类别的值。栅格单元属于覆盖其中心的面，有多个面时属于其中最小的；日志给出涉及的单元数。LAND_RASTER 则存放类别代码。两者都未覆盖之处取缺省值。</translation>
    </message>
    <message>
        <source>With BUILDINGS the rain on roofs, times ROOF_COEFFICIENT, goes to the ground beside them: the water of each block of adjoining buildings (by a side or a corner) in equal shares to all cells of ground that touch it. Roofs are left with 0, no water is made or lost, and a block without ground beside it keeps its own.</source>
        <translation>给出 BUILDINGS 时，屋面上的降雨乘以 ROOF_COEFFICIENT 后排到旁边的地面：每组相连（边相接或角相接）建筑物的水平均分给与之相接的全部地面栅格单元。屋面剩余为 0，水量不增不减；旁边没有地面的一组保留自身的水。</translation>
    </message>
    <message>
        <source>The output is the RUNOFF raster of inundation: run runoff on the DEM, then inundation with RUNOFF on the same DEM, or on the one that conditiondem made of it. RAIN_M3 of inundation is then RUNOFF_M3.</source>
        <translation>输出即 inundation 的 RUNOFF 栅格：先在 DEM 上运行 runoff，再以 RUNOFF 在同一 DEM 或由 conditiondem 修正后的 DEM 上运行 inundation。此时 inundation 的 RAIN_M3 即 RUNOFF_M3。</translation>
    </message>
    <message>
        <source>Water that runs off, m3: the sum of OUTPUT.</source>
        <translation>形成径流的水量，m3：即 OUTPUT 的总和。</translation>
    </message>
    <message>
        <source>Rain on all cells with data, m3.</source>
        <translation>全部有数据栅格单元上的降雨，m3。</translation>
    </message>
    <message>
        <source>RUNOFF_M3 / RAIN_M3, the coefficient of the whole 综合径流系数; 0 without rain.</source>
        <translation>RUNOFF_M3 / RAIN_M3，即整个范围的综合径流系数；没有降雨时为 0。</translation>
    </message>
    <message>
        <source>One depth for the whole rain, without time. Coefficients are means of many rains: in an extreme one more runs off, for which the upper ends and the curve number allow in part. Downpipes that lead into a sewer are not known; take the roofs out of BUILDINGS, or set a LOSS. Curve numbers were made for rains of a day on farmland and are least sure for short, small rains. Most presets are second-hand, and some matches are ours: the log says which.</source>
        <translation>整场降雨只有一个雨量，没有时间过程。径流系数是多场降雨的平均值：极端降雨时径流更多，取上限和采用曲线数只能部分反映这一点。接入雨水管道的雨落管无从得知；请把这些屋面从 BUILDINGS 中去掉，或设置 LOSS。曲线数是针对农田上历时一天的降雨得出的，用于历时短、雨量小的降雨时最不可靠。多数预设为转引，部分对应关系为自拟：日志写明是哪些。</translation>
    </message>
    <message>
        <source>Curve numbers: equations of chapter 2 of TR-55 (USDA 1986), read; values of its table 2-2 second-hand. Dry 4.2 CN / (10 - 0.058 CN) and wet 23 CN / (10 + 0.13 CN), for which Chow, Maidment and Mays (1988) are cited, second-hand. See "Runoff by land cover" in docs/method.md.</source>
        <translation>曲线数：TR-55（USDA 1986）第 2 章的公式，已查阅；其表 2-2 的数值为转引。干燥 4.2 CN / (10 - 0.058 CN) 和湿润 23 CN / (10 + 0.13 CN)，引文标注出自 Chow, Maidment and Mays (1988)，为转引。见 docs/method.md 中的“Runoff by land cover”（下垫面产流）一节。</translation>
    </message>
    <message>
        <source>Weights (raster on the DEM's grid)</source>
        <translation>权重（与 DEM 同网格的栅格）</translation>
    </message>
    <message>
        <source>Flow accumulation (m2)</source>
        <translation>汇流累积（m2）</translation>
    </message>
    <message>
        <source>Flow direction (D8)</source>
        <translation>流向（D8）</translation>
    </message>
    <message>
        <source>Sum over all outlets (m2)</source>
        <translation>全部出口之和（m2）</translation>
    </message>
    <message>
        <source>d8: all water to the steepest neighbour; dinf: D-infinity, to one or two neighbours; mfd: multiple flow directions, to all lower neighbours in proportion to slope^1.1 (on square cells). Default d8.</source>
        <translation>d8：水全部流向坡度最陡的相邻栅格单元；dinf：D∞（D-infinity），流向一个或两个相邻栅格单元；mfd：多流向，按 slope^1.1（坡度的幂）的比例流向所有较低的相邻栅格单元（用于正方形栅格单元）。默认 d8。</translation>
    </message>
    <message>
        <source>Optional raster on the DEM's grid (same size, origin, cell and CRS); each cell's area is multiplied by its value. With runoff in mm, OUTPUT divided by 1000 is m3. Cells without data count as 0.</source>
        <translation>可选的栅格，与 DEM 栅格一致（大小、原点、栅格单元和 CRS 相同）；每个栅格单元的面积乘以其值。以 mm 为单位的径流量作权重时，OUTPUT 除以 1000 即为 m3。无数据的栅格单元按 0 计。</translation>
    </message>
    <message>
        <source>Area upstream of each cell, its own counted, m2 (times the weight), GeoTIFF.</source>
        <translation>每个栅格单元的上游汇水面积，计入其自身，m2（乘以权重），GeoTIFF。</translation>
    </message>
    <message>
        <source>Direction that the accumulation used (GeoTIFF, Byte): E 1, SE 2, S 4, SW 8, W 16, NW 32, N 64, NE 128; 0 = water leaves here; 255 = no data. Made only if asked for, and with d8 only: the other methods have no single direction.</source>
        <translation>汇流累积所用的流向（GeoTIFF，Byte）：E 1，SE 2，S 4，SW 8，W 16，NW 32，N 64，NE 128；0 = 水在此流出；255 = 无数据。仅在要求时生成，且仅限 d8：其他方法没有单一的流向。</translation>
    </message>
    <message>
        <source>Advanced. If yes, no water leaves at the DEM's edge or beside cells without data, and such cells are treated like any other. Default no. A part of the DEM that then has no way out drains to its lowest point.</source>
        <translation>高级参数。选“是”时，水不从 DEM 边缘或无数据的栅格单元旁流出，这些栅格单元与其他栅格单元同样处理。默认“否”。此时 DEM 中没有出路的部分排向该部分的最低点。</translation>
    </message>
    <message>
        <source>Flow accumulation</source>
        <translation>汇流累积</translation>
    </message>
    <message>
        <source>Flow</source>
        <translation>汇流</translation>
    </message>
    <message>
        <source>flow direction</source>
        <translation>流向</translation>
    </message>
    <message>
        <source>D8</source>
        <translation>D8 流向</translation>
    </message>
    <message>
        <source>D-infinity</source>
        <translation>D∞</translation>
    </message>
    <message>
        <source>multiple flow direction</source>
        <translation>多流向</translation>
    </message>
    <message>
        <source>upslope area</source>
        <translation>上坡汇水面积</translation>
    </message>
    <message>
        <source>Sums the area, times a weight if one is given, that drains through every cell.</source>
        <translation>累加流经每个栅格单元的汇水面积；给定权重时，面积乘以权重。</translation>
    </message>
    <message>
        <source>With d8, water runs from each cell to the steepest of its eight neighbours. Depressions need not be filled first: flow is led through them, from the pit back up to the spill point on the lowest way out and over it. On all other ground the direction is that of the DEM itself. There are no loops, and every cell drains outside.</source>
        <translation>采用 d8 时，水从每个栅格单元流向八个相邻栅格单元中坡度最陡的一个。不必先填洼：水流会被引导穿过洼地，从洼地最低点沿最低的出路回升到溢出点并越过它。其他地面上的流向就是 DEM 本身的流向。不会出现环路，每个栅格单元都排向外部。</translation>
    </message>
    <message>
        <source>dinf and mfd let water spread: dinf over one or two cells that bound the steepest direction, mfd over all lower neighbours. Depressions and flats are filled first with a fall of 0.0000001 m/m towards their outlets. On cells that are not square the shares are set so that water goes down the slope as nearly as on square ones.</source>
        <translation>dinf 和 mfd 允许水分散：dinf 分给夹住最陡方向的一个或两个栅格单元，mfd 分给所有较低的相邻栅格单元。洼地和平地先按向出口 0.0000001 m/m 的坡降填充。栅格单元不是正方形时，分配比例的设定使水尽可能像在正方形栅格单元上那样顺坡而下。</translation>
    </message>
    <message>
        <source>Of equally steep neighbours the first in the order E, SE, S, SW, W, NW, N, NE is taken. Flats drain towards their outlet and away from higher ground.</source>
        <translation>相邻栅格单元坡度同样陡时，取 E、SE、S、SW、W、NW、N、NE 顺序中的第一个。平地上的水流向其出口，并背离较高的地面。</translation>
    </message>
    <message>
        <source>Sum of OUTPUT over all cells where water leaves, m2: equals the area with data (times the weights).</source>
        <translation>水流出的所有栅格单元上 OUTPUT 之和，m2：等于有数据的面积（乘以权重）。</translation>
    </message>
    <message>
        <source>d8 draws parallel lines on even slopes and does not spread water over open ground. OUTPUT is float32, exact to about 7 digits. dinf sends somewhat too much water straight and along the diagonals (by about 12 % on a cone), mfd spreads it wide.</source>
        <translation>d8 在均匀坡面上会画出平行线，也不会使水在开阔地面上散开。OUTPUT 为 float32，约精确到 7 位数字。dinf 分给正交方向和对角方向的水略多（在圆锥面上约多 12 %），mfd 则使水分散得很开。</translation>
    </message>
    <message>
        <source>D8: O'Callaghan and Mark (1984), doi 10.1016/S0734-189X(84)80011-0. Flats: Garbrecht and Martz (1997), doi 10.1016/S0022-1694(96)03138-1, and Barnes, Lehman and Mulla (2014), doi 10.1016/j.cageo.2013.01.009. Through depressions: Cordonnier, Bovy and Braun (2019), doi 10.5194/esurf-7-549-2019. D-infinity: Tarboton (1997), doi 10.1029/96WR03137. Multiple flow directions: Freeman (1991), doi 10.1016/0098-3004(91)90048-I.</source>
        <translation>D8：O'Callaghan and Mark (1984)，doi 10.1016/S0734-189X(84)80011-0。平地：Garbrecht and Martz (1997)，doi 10.1016/S0022-1694(96)03138-1，以及 Barnes, Lehman and Mulla (2014)，doi 10.1016/j.cageo.2013.01.009。穿过洼地：Cordonnier, Bovy and Braun (2019)，doi 10.5194/esurf-7-549-2019。D∞（D-infinity）：Tarboton (1997)，doi 10.1029/96WR03137。多流向：Freeman (1991)，doi 10.1016/0098-3004(91)90048-I。</translation>
    </message>
    <message>
        <source>streams</source>
        <translation>河流</translation>
    </message>
    <message>
        <source>flow path</source>
        <translation>径流路径</translation>
    </message>
    <message>
        <source>Strahler</source>
        <translation>斯特拉勒分级</translation>
    </message>
    <message>
        <source>overland flow</source>
        <translation>坡面流</translation>
    </message>
    <message>
        <source>Traces overland flow paths as a network of lines.</source>
        <translation>追踪地表径流路径，生成线状网络。</translation>
    </message>
    <message>
        <source>Cells through which the water of at least THRESHOLD drains are joined to lines, from where a path begins or two meet to the next meeting point or to where water leaves. Each line is drawn downstream and ends on the first point of the line that follows.</source>
        <translation>上游汇水面积不小于 THRESHOLD 的栅格单元连成线，从路径的起点或两条路径的交汇处，到下一个交汇处或水流出处。每条线向下游绘制，终止于后续那条线的第一个点。</translation>
    </message>
    <message>
        <source>Flow is D8 and is led through depressions over their spill points, as in flowaccumulation; the DEM need not be filled.</source>
        <translation>流向为 D8，并被引导越过溢出点穿过洼地，与 flowaccumulation 相同；DEM 不必先填洼。</translation>
    </message>
    <message>
        <source>Number of flow paths.</source>
        <translation>地表径流路径数。</translation>
    </message>
    <message>
        <source>Lines follow cells, so their length is up to 8 % above that of a smooth line. In a depression the line shows the way of the spill, not the way water runs while it fills. Pipes are not considered.</source>
        <translation>线沿栅格单元行进，因此其长度比平滑线最多长 8 %。在洼地中，线表示溢流的路径，而不是洼地蓄水过程中水的流动路径。不考虑管道。</translation>
    </message>
    <message>
        <source>D8: O'Callaghan and Mark (1984), doi 10.1016/S0734-189X(84)80011-0. Through depressions: Cordonnier, Bovy and Braun (2019), doi 10.5194/esurf-7-549-2019. Order: Strahler (1957), doi 10.1029/TR038i006p00913.</source>
        <translation>D8：O'Callaghan and Mark (1984)，doi 10.1016/S0734-189X(84)80011-0。穿过洼地：Cordonnier, Bovy and Braun (2019)，doi 10.5194/esurf-7-549-2019。级别：Strahler (1957)，doi 10.1029/TR038i006p00913。</translation>
    </message>
    <message>
        <source>Points to start from</source>
        <translation>起始点</translation>
    </message>
    <message>
        <source>Ways downstream</source>
        <translation>下游路径</translation>
    </message>
    <message>
        <source>Number of lines</source>
        <translation>线数</translation>
    </message>
    <message>
        <source>Points, or multipoints of which each part counts by itself, in any CRS. Each stands for the cell it lies in. Points off the DEM or on cells without data are left out, and a warning names them.</source>
        <translation>点，或多点（每个部分单独计算），任意 CRS。每个点代表其所在的栅格单元。位于 DEM 之外或无数据栅格单元上的点被略去，并在警告中列出。</translation>
    </message>
    <message>
        <source>A line for each point, from the centre of its cell through cell centres. A point in a cell where water leaves gets a feature without a line, of length 0. Fields: point_id (field point_id or id of the point, else its feature id); length_m (m); drop_m (fall on the filled DEM, m); ponds (depressions crossed, those that stand apart when all are full); rain_mm (uniform rain at which water from the point first reaches the end, mm, 0 if it meets no depression); end_type (edge = leaves at the DEM's edge or beside cells without data; sink = ends at SINKS).</source>
        <translation>每个点一条线，从其所在栅格单元的中心出发，通过各栅格单元中心。点所在的栅格单元就是水流出处时，得到一个没有线的要素，长度为 0。字段：point_id（点的字段 point_id 或 id，否则为其要素 id）；length_m（m）；drop_m（在填洼后的 DEM 上的落差，m）；ponds（穿过的洼地数，指全部蓄满时各自独立的洼地）；rain_mm（该点的水首次到达终点时的均匀降雨量，mm，不遇洼地时为 0）；end_type（edge = 从 DEM 边缘或无数据的栅格单元旁流出；sink = 终止于 SINKS）。</translation>
    </message>
    <message>
        <source>Trace downstream</source>
        <translation>下游追踪</translation>
    </message>
    <message>
        <source>raindrop</source>
        <translation>雨滴</translation>
    </message>
    <message>
        <source>spill</source>
        <translation>溢流</translation>
    </message>
    <message>
        <source>downstream</source>
        <translation>下游</translation>
    </message>
    <message>
        <source>Follows water from points to where it leaves, and says from which rain on it gets there.</source>
        <translation>从给定点沿水流追踪到流出处，并给出从多大的雨量起水能到达那里。</translation>
    </message>
    <message>
        <source>From each point a line is drawn down the way of the water to where it leaves: at the DEM's edge, beside cells without data, or at SINKS. Flow is D8 and is led through depressions over their spill points, as in flowaccumulation and flowpaths; the DEM need not be filled.</source>
        <translation>从每个点沿水流的路径向下画一条线，直到水流出处：DEM 边缘、无数据的栅格单元旁，或 SINKS 处。流向为 D8，并被引导越过溢出点穿过洼地，与 flowaccumulation 和 flowpaths 相同；DEM 不必先填洼。</translation>
    </message>
    <message>
        <source>A depression on the way lets water through only when it is full. rain_mm is the uniform rain (all of it running off) at which the last of them has filled, the spill of full neighbours counted: with less rain, water from the point stays on the way; with more, it reaches the end. Of depressions inside each other the outermost decides.</source>
        <translation>沿途的洼地只有蓄满时才让水通过。rain_mm 是其中最后一个蓄满时的均匀降雨量（全部形成径流），计入已满的相邻洼地的溢流：雨量较小时，该点的水停留在途中；雨量较大时，水到达终点。洼地互相嵌套时，由最外层的决定。</translation>
    </message>
    <message>
        <source>Number of lines.</source>
        <translation>线的条数。</translation>
    </message>
    <message>
        <source>Lines follow cells, so their length is up to 8 % above that of a smooth line. In a depression the line shows the way of the spill. There is no time: how long the water takes is not said. With a runoff coefficient C and a loss L, the rain is L + rain_mm / C. Pipes are not considered.</source>
        <translation>线沿栅格单元行进，因此其长度比平滑线最多长 8 %。在洼地中，线表示溢流的路径。没有时间过程：不给出水流所需的时间。径流系数为 C、损失量为 L 时，降雨量为 L + rain_mm / C。不考虑管道。</translation>
    </message>
    <message>
        <source>D8: O'Callaghan and Mark (1984), doi 10.1016/S0734-189X(84)80011-0. Through depressions: Cordonnier, Bovy and Braun (2019), doi 10.5194/esurf-7-549-2019. Filling of nested depressions followed event by event; the outcome is that of Barnes, Callaghan and Wickert (2021), doi 10.5194/esurf-9-105-2021.</source>
        <translation>D8：O'Callaghan and Mark (1984)，doi 10.1016/S0734-189X(84)80011-0。穿过洼地：Cordonnier, Bovy and Braun (2019)，doi 10.5194/esurf-7-549-2019。嵌套洼地的蓄满过程逐个事件推演；结果与 Barnes, Callaghan and Wickert (2021) 的相同，doi 10.5194/esurf-9-105-2021。</translation>
    </message>
    <message>
        <source>Points to drain through</source>
        <translation>汇流点</translation>
    </message>
    <message>
        <source>Snap to the greatest flow within (m)</source>
        <translation>捕捉到此距离内汇流最大处（m）</translation>
    </message>
    <message>
        <source>Upstream areas</source>
        <translation>上游汇水区</translation>
    </message>
    <message>
        <source>Greatest distance from the point to the centre of the cell that it is moved to, m, 0 or more; default 0: the cell that the point lies in. A few cells are enough.</source>
        <translation>从点到其所移至的栅格单元中心的最大距离，m，不小于 0；默认 0：即点所在的栅格单元。几个栅格单元的距离就够了。</translation>
    </message>
    <message>
        <source>Multi-polygons along cell borders. Fields: point_id (field point_id or id of the point, else its feature id); area_m2 (m2); snap_m (distance from the point to the centre of the cell that it was moved to, m, 0 if it stayed in its cell); slope (mean slope of the ground, m/m); storage_m3 (what the outermost depressions whose lowest point lies in the area hold, m3).</source>
        <translation>沿栅格单元边界的多部件面。字段：point_id（点的字段 point_id 或 id，否则为其要素 id）；area_m2（m2）；snap_m（从点到其所移至的栅格单元中心的距离，m，点留在原栅格单元时为 0）；slope（地面平均坡度，m/m）；storage_m3（最低点位于该区域内的最外层洼地的蓄水量，m3）。</translation>
    </message>
    <message>
        <source>Upstream area</source>
        <translation>上游汇水面积</translation>
    </message>
    <message>
        <source>catchment</source>
        <translation>汇水区</translation>
    </message>
    <message>
        <source>watershed</source>
        <translation>流域</translation>
    </message>
    <message>
        <source>contributing area</source>
        <translation>汇水面积</translation>
    </message>
    <message>
        <source>Delineates the area that drains through each point.</source>
        <translation>划定经由每个点排水的上游汇水区。</translation>
    </message>
    <message>
        <source>Each polygon is the whole area upstream of its point: polygons of points above each other overlap. Flow is D8 and is led through depressions over their spill points, as in flowaccumulation; area_m2 equals the accumulation in the cell.</source>
        <translation>每个面都是其点上游的全部区域：彼此处于上下游的点，其面互相重叠。流向为 D8，并被引导越过溢出点穿过洼地，与 flowaccumulation 相同；area_m2 等于该栅格单元的汇流累积量。</translation>
    </message>
    <message>
        <source>A point beside a stream drains almost nothing. With SNAP_DISTANCE it is moved to the cell of the greatest accumulation within that distance; of equal ones, to the nearest.</source>
        <translation>位于水流旁边的点几乎没有汇水。设置 SNAP_DISTANCE 后，点被移到该距离内汇流累积量最大的栅格单元；有几个相等时，移到最近的一个。</translation>
    </message>
    <message>
        <source>Number of areas.</source>
        <translation>区域数。</translation>
    </message>
    <message>
        <source>The area is that of the surface: pipes and inlets are not considered; for those see drainagezones. In a depression all ground drains to the spill point by way of the lowest point, as if it were full.</source>
        <translation>该区域是地表的汇水区：不考虑管道和雨水口；考虑它们请用 drainagezones。在洼地中，所有地面都经由最低点排向溢出点，如同洼地已满。</translation>
    </message>
    <message>
        <source>D8: O'Callaghan and Mark (1984), doi 10.1016/S0734-189X(84)80011-0. Through depressions: Cordonnier, Bovy and Braun (2019), doi 10.5194/esurf-7-549-2019. All areas come from one pass over the raster.</source>
        <translation>D8：O'Callaghan and Mark (1984)，doi 10.1016/S0734-189X(84)80011-0。穿过洼地：Cordonnier, Bovy and Braun (2019)，doi 10.5194/esurf-7-549-2019。所有区域由一次遍历栅格得出。</translation>
    </message>
    <message>
        <source>Drainage</source>
        <translation>排水</translation>
    </message>
    <message>
        <source>subcatchments</source>
        <translation>子汇水区</translation>
    </message>
    <message>
        <source>sewershed</source>
        <translation>排水流域</translation>
    </message>
    <message>
        <source>inlets</source>
        <translation>雨水口</translation>
    </message>
    <message>
        <source>outfalls</source>
        <translation>排水口</translation>
    </message>
    <message>
        <source>Delineates the zones that drain to each inlet, node, outfall or channel.</source>
        <translation>划分汇入各雨水口、节点、排水口或河道沟渠的排水分区。</translation>
    </message>
    <message>
        <source>Water runs over the ground by D8, through depressions over their spill points, until it meets an inlet, an outfall or a channel, or leaves at the DEM's edge. Inlets, outfalls and channels take all the water that reaches them, without limit of capacity. The zones tile the DEM's cells with data: no gap, no overlap.</source>
        <translation>水按 D8 沿地表流动，遇洼地则经其溢出点继续外流，直到遇上雨水口、排水口或河道沟渠，或在 DEM 边缘流出。雨水口、排水口和河道沟渠接纳到达的全部水量，不受能力限制。各分区恰好铺满 DEM 中有数据的栅格单元：无缝隙，无重叠。</translation>
    </message>
    <message>
        <source>LEVEL inlet: a zone for each inlet. LEVEL node: inlets are joined at the node where their pipe begins. LEVEL outfall: inlets are joined at the outfall that their water reaches along the pipes. Where a step fails, an inlet stays what it is one level below; the log counts the inlets of each outfall and those that reach none. Outfalls and channels that water reaches over the ground have zones at every level. All ground that reaches none of these is one zone of type edge. The zones of each level are put together to those of the next, which parent names. receiver says where the water of a zone goes in the end, at every level; also names other outfalls that it can reach along side branches, and the log counts them.</source>
        <translation>LEVEL 取 inlet：每个雨水口一个分区。LEVEL 取 node：雨水口按其管道的起点节点合并。LEVEL 取 outfall：雨水口按其水流沿管道到达的排水口合并。某一步无法完成时，雨水口保持其下一级的归属；日志列出各排水口的雨水口数，以及到不了任何排水口的雨水口数。水沿地表直接到达的排水口和河道沟渠，在每一级都有分区。到不了以上任何一处的全部地面合为一个类型为 edge 的分区。每一级的若干分区合并成上一级的分区，由 parent 指明。receiver 在每一级都说明分区的水最终流向何处；also 列出沿旁支还可到达的其他排水口，日志给出其数量。</translation>
    </message>
    <message>
        <source>An inlet drains to the pipe that its field names, else to the nearest pipe within SNAP_DISTANCE. A pipe runs from its FROM node to its TO node if fields give them, else from its higher to its lower end if both levels are known, else as it is drawn. Where several pipes leave a node, the main branch is followed: the one that starts lowest, then the larger, then the one of the smaller id.</source>
        <translation>雨水口排入其字段所指的管道，否则排入 SNAP_DISTANCE 范围内最近的管道。管道的走向：字段给出起点（FROM）和终点（TO）节点时，由 FROM 节点到 TO 节点；否则两端高程都已知时，由高端到低端；否则按绘制方向。一个节点有多条管道流出时，沿主支走：取起点高程最低的，其次取较大的，再次取编号较小的。</translation>
    </message>
    <message>
        <source>Two inlets in one cell: the first has the zone, and the log names the other. Inlets and outfalls off the DEM are left out, with a warning. docs/fields.md lists the usual names of fields.</source>
        <translation>同一栅格单元内有两个雨水口时：分区归第一个，日志列出另一个。DEM 范围外的雨水口和排水口不参与计算，并给出警告。常用字段名见 docs/fields.md。</translation>
    </message>
    <message>
        <source>RECEIVING_LEVEL parts high ground, which can drain by gravity, from low ground, which lies at or below the level (高水高排、低水低排). OUTPUT_INTERCEPTION is the line where the runoff of high ground enters low ground (截流线): there a drain along the slope could catch it and lead it off by gravity. Water runs past inlets here, as in a rain that is more than they can carry; outfalls and channels take it. Water counts where it first enters low ground, so that the lines add up to the high ground whose runoff reaches low ground.</source>
        <translation>RECEIVING_LEVEL 把能够自流排水的高区与等于或低于该水位的低区分开（高水高排、低水低排）。OUTPUT_INTERCEPTION 是高区径流进入低区的界线（截流线）：在此处沿坡设截流沟渠，即可截住高区径流并靠自流引走。这里水流越过雨水口不被收入，相当于雨量超出其排水能力的情形；排水口和河道沟渠仍接纳来水。水量在首次进入低区处计入，因此各截流线的汇水面积之和等于其径流到达低区的高区面积。</translation>
    </message>
    <message>
        <source>Number of zones.</source>
        <translation>排水分区数。</translation>
    </message>
    <message>
        <source>Area of all zones, m2: equals the area with data.</source>
        <translation>所有分区的面积，m2：等于有数据区域的面积。</translation>
    </message>
    <message>
        <source>Area of the zones of types edge and depression, m2: water that reaches no inlet, node, outfall or channel.</source>
        <translation>类型为 edge 和 depression 的分区面积，m2：其水到不了任何雨水口、节点、排水口或河道沟渠。</translation>
    </message>
    <message>
        <source>High ground whose runoff enters low ground, m2: the sum of area_m2 of the lines. 0 without RECEIVING_LEVEL.</source>
        <translation>径流进入低区的高区面积，m2：各截流线 area_m2 之和。未给出 RECEIVING_LEVEL 时为 0。</translation>
    </message>
    <message>
        <source>Its flow at RAIN_RATE, L/s. 0 without RAIN_RATE.</source>
        <translation>上述面积在 RAIN_RATE 下的流量，L/s。未给出 RAIN_RATE 时为 0。</translation>
    </message>
    <message>
        <source>Zones say where water goes, not whether inlets and pipes can take it. Kerbs that the DEM does not show cannot guide water; see BARRIERS of conditiondem. UNDRAINED_M2 counts an inlet as drained even if its pipes lead to no outfall: look for zones of type inlet or node at level outfall. With a field as RECEIVING_LEVEL only zones that reach an outfall have a drain_mode. The interception line follows the sides of cells, so it is up to 41 % longer than a straight drain. Its flow is that of the rational method, without travel time or losses of head: use it for small areas and to compare places. Water that inlets on high ground would take is counted.</source>
        <translation>分区只说明水往哪里流，不说明雨水口和管道能否接纳。DEM 未反映的路缘石无法引导水流；参见 conditiondem 的 BARRIERS。UNDRAINED_M2 把管道通不到排水口的雨水口也算作已排水：可在 outfall 级查看类型为 inlet 或 node 的分区。RECEIVING_LEVEL 采用字段时，只有到达排水口的分区才有 drain_mode。截流线沿栅格单元的边走，因此最多比直线沟渠长 41 %。其流量按推理公式计算，不计汇流时间和水头损失：适用于小面积，以及各处之间的比较。高区雨水口本可收走的水也计算在内。</translation>
    </message>
    <message>
        <source>D8: O'Callaghan and Mark (1984), doi 10.1016/S0734-189X(84)80011-0. Through depressions: Cordonnier, Bovy and Braun (2019), doi 10.5194/esurf-7-549-2019. Flow at the interception line: rational method, Q = C i A. The rules of the pipe graph are described in docs/method.md.</source>
        <translation>D8：O'Callaghan and Mark (1984)，doi 10.1016/S0734-189X(84)80011-0。穿过洼地：Cordonnier, Bovy and Braun (2019)，doi 10.5194/esurf-7-549-2019。截流线处的流量：推理公式，Q = C i A。管网图的规则见 docs/method.md。</translation>
    </message>
    <message>
        <source>Pipes along the flow</source>
        <translation>顺流向的管道</translation>
    </message>
    <message>
        <source>Type field (storm, foul, combined)</source>
        <translation>类型字段（雨水、污水、合流）</translation>
    </message>
    <message>
        <source>Feature without a usable geometry</source>
        <translation>要素无可用几何</translation>
    </message>
    <message>
        <source>Geometry of another kind than the layer</source>
        <translation>几何类型与图层不符</translation>
    </message>
    <message>
        <source>Pipe of one vertex</source>
        <translation>管道只有一个顶点</translation>
    </message>
    <message>
        <source>Pipe without length</source>
        <translation>管道长度为零</translation>
    </message>
    <message>
        <source>Feature that cannot be reprojected</source>
        <translation>要素无法重投影</translation>
    </message>
    <message>
        <source>Text in a number field</source>
        <translation>数字字段中为文本</translation>
    </message>
    <message>
        <source>Number that is no level</source>
        <translation>数值不是高程</translation>
    </message>
    <message>
        <source>Pipe of size zero or less</source>
        <translation>管径为零或负</translation>
    </message>
    <message>
        <source>Feature of several parts</source>
        <translation>要素由多个部分组成</translation>
    </message>
    <message>
        <source>Pipe id used more than once</source>
        <translation>管道编号重复</translation>
    </message>
    <message>
        <source>Node id used more than once</source>
        <translation>节点编号重复</translation>
    </message>
    <message>
        <source>Two nodes in one place</source>
        <translation>两个节点重合</translation>
    </message>
    <message>
        <source>Pipe names a node that is not there</source>
        <translation>管道所指节点不存在</translation>
    </message>
    <message>
        <source>Inlet names a pipe that is not there</source>
        <translation>雨水口所指管道不存在</translation>
    </message>
    <message>
        <source>Pipe end on no node</source>
        <translation>管道端点未接节点</translation>
    </message>
    <message>
        <source>Pipe end that cannot be placed</source>
        <translation>管道端点无法定位</translation>
    </message>
    <message>
        <source>Inlet on no pipe</source>
        <translation>雨水口未接管道</translation>
    </message>
    <message>
        <source>Water can run in a circle</source>
        <translation>水流可成环</translation>
    </message>
    <message>
        <source>Pipe that begins and ends at one node</source>
        <translation>管道起止于同一节点</translation>
    </message>
    <message>
        <source>Pipes end where there is no outfall</source>
        <translation>管道终止处无排水口</translation>
    </message>
    <message>
        <source>Pipe that leaves an outfall</source>
        <translation>管道从排水口流出</translation>
    </message>
    <message>
        <source>Outfall and last node taken as one</source>
        <translation>排水口与末端节点视为一处</translation>
    </message>
    <message>
        <source>Outfall that no pipe reaches</source>
        <translation>排水口无管道接入</translation>
    </message>
    <message>
        <source>Pipe drawn against its fields</source>
        <translation>管道绘制方向与字段相反</translation>
    </message>
    <message>
        <source>Node with several outgoing pipes</source>
        <translation>节点有多条出流管道</translation>
    </message>
    <message>
        <source>Two systems joined</source>
        <translation>两个系统连通</translation>
    </message>
    <message>
        <source>Pipe that rises along the flow</source>
        <translation>管道逆坡</translation>
    </message>
    <message>
        <source>Pipe that ends above its own top</source>
        <translation>管道终点高于自身管顶</translation>
    </message>
    <message>
        <source>Pressure main that rises</source>
        <translation>上升的压力管</translation>
    </message>
    <message>
        <source>Pipe without level</source>
        <translation>管道无高程</translation>
    </message>
    <message>
        <source>Pipe or node bottom above the ground</source>
        <translation>管底或井底高于地面</translation>
    </message>
    <message>
        <source>Cover under 0.3 m</source>
        <translation>覆土小于 0.3 m</translation>
    </message>
    <message>
        <source>Pipe smaller than the one above it</source>
        <translation>管径小于上游管道</translation>
    </message>
    <message>
        <source>Storm pipe into foul pipe</source>
        <translation>雨水管接入污水管</translation>
    </message>
    <message>
        <source>Foul pipe into storm pipe</source>
        <translation>污水管接入雨水管</translation>
    </message>
    <message>
        <source>Outfall below the receiving water</source>
        <translation>排水口低于受纳水位</translation>
    </message>
    <message>
        <source>Inlet off the DEM</source>
        <translation>雨水口在 DEM 范围外</translation>
    </message>
    <message>
        <source>Feature off the DEM</source>
        <translation>要素在 DEM 范围外</translation>
    </message>
    <message>
        <source>Inlet level off the DEM by more than 0.3 m</source>
        <translation>雨水口高程与 DEM 相差超过 0.3 m</translation>
    </message>
    <message>
        <source>Top of a node off the DEM by more than 0.3 m</source>
        <translation>节点顶高程与 DEM 相差超过 0.3 m</translation>
    </message>
    <message>
        <source>Inlet on a ridge or roof</source>
        <translation>雨水口位于高脊或屋顶</translation>
    </message>
    <message>
        <source>Layer in another coordinate system</source>
        <translation>图层坐标系不同</translation>
    </message>
    <message>
        <source>Layer or DEM without coordinate system</source>
        <translation>图层或 DEM 无坐标系</translation>
    </message>
    <message>
        <source>Layer without features</source>
        <translation>图层无要素</translation>
    </message>
    <message>
        <source>Lines: the drains to check.</source>
        <translation>线：待检查的排水管道。</translation>
    </message>
    <message>
        <source>Optional elevation model: ground levels on a north-up grid in a projected CRS. With it, inlets, tops of nodes and cover are checked against the ground.</source>
        <translation>可选，数字高程模型：地面高程，栅格正北朝上，采用投影坐标系（CRS）。给出后，对照地面检查雨水口、节点顶部高程和覆土。</translation>
    </message>
    <message>
        <source>Findings 管网检查结果. Points. Fields: severity (error, warning or notice); code (see docs/findings.md); message (what was found, a sentence); layer (the layer at fault: DEM, inlets, pipes, manholes, outfalls, channels or buildings); fid (feature id in that layer, -1 = the layer as a whole, or a cell of the DEM). A finding without a place has no geometry.</source>
        <translation>管网检查结果，点。字段：severity（error 错误、warning 警告或 notice 提示）；code（见 docs/findings.md）；message（检查到的问题，一句话）；layer（出问题的图层：DEM、inlets、pipes、manholes、outfalls、channels 或 buildings）；fid（该图层中的要素编号，-1 = 整个图层，或 DEM 的一个栅格单元）。没有位置的检查结果没有几何。</translation>
    </message>
    <message>
        <source>The pipes, each drawn along the flow. Fields: pipe_id (id of the pipe); from_node (id of the node where water enters); to_node (id of the node where it leaves); slope (fall along the flow over the length, m/m, negative where it rises, empty where a level is missing); system (number of the connected system, 0 = joined to nothing); pressure (1 = a pressure main by its shape or type, 0 = not said).</source>
        <translation>管道，均按流向绘制。字段：pipe_id（管道编号）；from_node（进水端节点编号）；to_node（出水端节点编号）；slope（沿流向的落差除以长度，m/m，上升时为负，缺少高程时为空）；system（所属连通系统的序号，0 = 未与任何部分相连）；pressure（1 = 按断面形状或类型为压力管，0 = 未说明）。</translation>
    </message>
    <message>
        <source>Optional level of the receiving water: a number in m, the same for all, or the name of a field of OUTFALLS. Outfalls below it are findings.</source>
        <translation>可选，受纳水位：一个数值，m，对所有排水口相同；或 OUTFALLS 的一个字段名。低于该水位的排水口列为检查结果。</translation>
    </message>
    <message>
        <source>Advanced. Field of PIPES that says what the pipe is: storm, foul or combined (also 雨水, 污水, 合流 and the codes YS, WS, HS), or a pressure main or a virtual link. Left empty, a field of a usual name is taken if there is one.</source>
        <translation>高级参数。PIPES 中说明管道类别的字段：雨水、污水或合流（storm、foul、combined，也可为 雨水、污水、合流 以及代码 YS、WS、HS），或压力管、虚拟连接。留空时，若存在常用名称的字段则采用该字段。</translation>
    </message>
    <message>
        <source>Check the drainage network</source>
        <translation>管网检查</translation>
    </message>
    <message>
        <source>topology</source>
        <translation>拓扑</translation>
    </message>
    <message>
        <source>sewer</source>
        <translation>下水道</translation>
    </message>
    <message>
        <source>adverse slope</source>
        <translation>逆坡</translation>
    </message>
    <message>
        <source>Checks a drainage network: how it hangs together, its levels and sizes, and how it fits the ground.</source>
        <translation>检查排水管网：各部分如何相连、高程与尺寸是否合理、与地面是否相符。</translation>
    </message>
    <message>
        <source>Pipes, nodes and inlets are joined as in drainagezones, and every rule that a network should keep is tried. Nothing that is wrong with the data stops it: broken features are findings, and the rest is worked.</source>
        <translation>管道、节点和雨水口按 drainagezones 的方式连接，并逐条检验管网应遵守的每一条规则。数据中的任何错误都不会使运行中断：有问题的要素列为检查结果，其余照常处理。</translation>
    </message>
    <message>
        <source>Ends of pipes take their own levels, else the invert of the node there. The ground is the node's own top level, else the DEM. A pipe that rises is a pressure main if its shape or type says so (force main, pump, 压力), and then only a notice. If neither says anything and it ends above its own top, it is a warning, as it may be one. Else it is an error. Virtual links of models have no levels and sizes to check.</source>
        <translation>管道端点采用其自身的高程，否则采用该处节点的管内底高程。地面采用节点自身的顶部高程，否则采用 DEM。沿流向上升的管道，若其断面形状或类型注明为压力管（force main、pump、压力），只记为提示。若两者都未说明且管道终端高于其自身管顶，记为警告，因为它可能是压力管。其他情况记为错误。模型中的虚拟连接没有高程和尺寸可查。</translation>
    </message>
    <message>
        <source>A system is a set of pipes that hang together. Two systems are joined where one such set has several outfalls: told at the first node whose branches lead to different ones. The numbers count the findings of each code; docs/findings.md says what to do about each.</source>
        <translation>系统是相互连接的一组管道。一组这样的管道有多个排水口时，即为两个系统相连：在其分支通往不同排水口的第一个节点处报告。各数值输出是每种代码的检查结果数量；每种结果如何处理见 docs/findings.md。</translation>
    </message>
    <message>
        <source>Number of findings null_geometry: feature without a usable geometry.</source>
        <translation>检查结果 null_geometry 的数量：要素没有可用的几何。</translation>
    </message>
    <message>
        <source>Number of findings wrong_geometry: geometry of another kind than the layer.</source>
        <translation>检查结果 wrong_geometry 的数量：几何类型与图层不符。</translation>
    </message>
    <message>
        <source>Number of findings one_vertex: pipe of one vertex.</source>
        <translation>检查结果 one_vertex 的数量：管道只有一个顶点。</translation>
    </message>
    <message>
        <source>Number of findings zero_length: pipe without length.</source>
        <translation>检查结果 zero_length 的数量：管道长度为零。</translation>
    </message>
    <message>
        <source>Number of findings not_reprojected: feature that cannot be reprojected.</source>
        <translation>检查结果 not_reprojected 的数量：要素无法重投影。</translation>
    </message>
    <message>
        <source>Number of findings not_a_number: text in a number field.</source>
        <translation>检查结果 not_a_number 的数量：数值字段中为文字。</translation>
    </message>
    <message>
        <source>Number of findings no_level: number that is no level.</source>
        <translation>检查结果 no_level 的数量：数值不是有效高程。</translation>
    </message>
    <message>
        <source>Number of findings no_size: pipe of size zero or less.</source>
        <translation>检查结果 no_size 的数量：管道尺寸为零或负值。</translation>
    </message>
    <message>
        <source>Number of findings multipart: feature of several parts.</source>
        <translation>检查结果 multipart 的数量：多部件要素。</translation>
    </message>
    <message>
        <source>Number of findings duplicate_pipe: pipe id used more than once.</source>
        <translation>检查结果 duplicate_pipe 的数量：管道编号重复使用。</translation>
    </message>
    <message>
        <source>Number of findings duplicate_node: node id used more than once.</source>
        <translation>检查结果 duplicate_node 的数量：节点编号重复使用。</translation>
    </message>
    <message>
        <source>Number of findings coincident_nodes: two nodes in one place.</source>
        <translation>检查结果 coincident_nodes 的数量：两个节点位于同一处。</translation>
    </message>
    <message>
        <source>Number of findings unknown_node: pipe names a node that is not there.</source>
        <translation>检查结果 unknown_node 的数量：管道所指的节点不存在。</translation>
    </message>
    <message>
        <source>Number of findings unknown_pipe: inlet names a pipe that is not there.</source>
        <translation>检查结果 unknown_pipe 的数量：雨水口所指的管道不存在。</translation>
    </message>
    <message>
        <source>Number of findings end_without_node: pipe end on no node.</source>
        <translation>检查结果 end_without_node 的数量：管道端点不在任何节点上。</translation>
    </message>
    <message>
        <source>Number of findings unresolved_end: pipe end that cannot be placed.</source>
        <translation>检查结果 unresolved_end 的数量：管道端点无法定位。</translation>
    </message>
    <message>
        <source>Number of findings orphan_inlet: inlet on no pipe.</source>
        <translation>检查结果 orphan_inlet 的数量：雨水口未连接任何管道。</translation>
    </message>
    <message>
        <source>Number of findings cycle: water can run in a circle.</source>
        <translation>检查结果 cycle 的数量：水流可能循环。</translation>
    </message>
    <message>
        <source>Number of findings self_loop: pipe that begins and ends at one node.</source>
        <translation>检查结果 self_loop 的数量：管道起点和终点为同一节点。</translation>
    </message>
    <message>
        <source>Number of findings dead_end: pipes end where there is no outfall.</source>
        <translation>检查结果 dead_end 的数量：管道止于没有排水口之处。</translation>
    </message>
    <message>
        <source>Number of findings leaves_outfall: pipe that leaves an outfall.</source>
        <translation>检查结果 leaves_outfall 的数量：管道从排水口流出。</translation>
    </message>
    <message>
        <source>Number of findings outfall_joined: outfall and last node taken as one.</source>
        <translation>检查结果 outfall_joined 的数量：排水口与末端节点合为一个。</translation>
    </message>
    <message>
        <source>Number of findings outfall_without_pipe: outfall that no pipe reaches.</source>
        <translation>检查结果 outfall_without_pipe 的数量：没有管道通到的排水口。</translation>
    </message>
    <message>
        <source>Number of findings drawn_backwards: pipe drawn against its fields.</source>
        <translation>检查结果 drawn_backwards 的数量：管道绘制方向与字段相反。</translation>
    </message>
    <message>
        <source>Number of findings branching_node: node with several outgoing pipes.</source>
        <translation>检查结果 branching_node 的数量：节点有多条流出管道。</translation>
    </message>
    <message>
        <source>Number of findings joined_systems: two systems joined.</source>
        <translation>检查结果 joined_systems 的数量：两个系统相连。</translation>
    </message>
    <message>
        <source>Number of findings adverse_slope: pipe that rises along the flow.</source>
        <translation>检查结果 adverse_slope 的数量：管道沿流向上升（逆坡）。</translation>
    </message>
    <message>
        <source>Number of findings rises_above_top: pipe that ends above its own top.</source>
        <translation>检查结果 rises_above_top 的数量：管道终端高于其自身管顶。</translation>
    </message>
    <message>
        <source>Number of findings pressure_main: pressure main that rises.</source>
        <translation>检查结果 pressure_main 的数量：上升的压力管。</translation>
    </message>
    <message>
        <source>Number of findings no_invert: pipe without level.</source>
        <translation>检查结果 no_invert 的数量：管道没有高程。</translation>
    </message>
    <message>
        <source>Number of findings invert_above_ground: pipe or node bottom above the ground.</source>
        <translation>检查结果 invert_above_ground 的数量：管道或节点的底高于地面。</translation>
    </message>
    <message>
        <source>Number of findings low_cover: cover under 0.3 m.</source>
        <translation>检查结果 low_cover 的数量：覆土不足 0.3 m。</translation>
    </message>
    <message>
        <source>Number of findings smaller_pipe: pipe smaller than the one above it.</source>
        <translation>检查结果 smaller_pipe 的数量：管道小于其上游管道。</translation>
    </message>
    <message>
        <source>Number of findings storm_into_foul: storm pipe into foul pipe.</source>
        <translation>检查结果 storm_into_foul 的数量：雨水管道接入污水管道。</translation>
    </message>
    <message>
        <source>Number of findings foul_into_storm: foul pipe into storm pipe.</source>
        <translation>检查结果 foul_into_storm 的数量：污水管道接入雨水管道。</translation>
    </message>
    <message>
        <source>Number of findings outfall_below_water: outfall below the receiving water.</source>
        <translation>检查结果 outfall_below_water 的数量：排水口低于受纳水位。</translation>
    </message>
    <message>
        <source>Number of findings inlet_off_dem: inlet off the DEM.</source>
        <translation>检查结果 inlet_off_dem 的数量：雨水口在 DEM 范围外。</translation>
    </message>
    <message>
        <source>Number of findings off_dem: feature off the DEM.</source>
        <translation>检查结果 off_dem 的数量：要素在 DEM 范围外。</translation>
    </message>
    <message>
        <source>Number of findings inlet_level: inlet level off the DEM by more than 0.3 m.</source>
        <translation>检查结果 inlet_level 的数量：雨水口高程与 DEM 相差超过 0.3 m。</translation>
    </message>
    <message>
        <source>Number of findings rim_level: top of a node off the DEM by more than 0.3 m.</source>
        <translation>检查结果 rim_level 的数量：节点顶部高程与 DEM 相差超过 0.3 m。</translation>
    </message>
    <message>
        <source>Number of findings inlet_ridge: inlet on a ridge or roof.</source>
        <translation>检查结果 inlet_ridge 的数量：雨水口位于脊线或屋顶。</translation>
    </message>
    <message>
        <source>Number of findings other_crs: layer in another coordinate system.</source>
        <translation>检查结果 other_crs 的数量：图层采用另一坐标系。</translation>
    </message>
    <message>
        <source>Number of findings no_crs: layer or DEM without coordinate system.</source>
        <translation>检查结果 no_crs 的数量：图层或 DEM 没有坐标系。</translation>
    </message>
    <message>
        <source>Number of findings empty_layer: layer without features.</source>
        <translation>检查结果 empty_layer 的数量：图层没有要素。</translation>
    </message>
    <message>
        <source>It finds what contradicts itself or a rule, not what is plausible and wrong. The catchment of an inlet is seen only where cells of the DEM are smaller than 5 m2. Cover is checked at the ends of pipes, not between them, and not at outfalls.</source>
        <translation>只能发现自相矛盾或违反规则之处，不能发现看似合理实则错误的数据。只有 DEM 的栅格单元小于 5 m2 时，才能看出雨水口的汇水区。覆土只在管道两端检查，两端之间和排水口处不检查。</translation>
    </message>
    <message>
        <source>Rules of the project, with the limits listed in docs/findings.md. The pipe graph is described in docs/method.md.</source>
        <translation>本项目的规则，界限值列于 docs/findings.md。管网图见 docs/method.md。</translation>
    </message>
    <message>
        <source>Built-up land</source>
        <translation>建成区</translation>
    </message>
    <message>
        <source>Greatest distance to an inlet and to a pipe (m)</source>
        <translation>到雨水口及管道的最大距离（m）</translation>
    </message>
    <message>
        <source>Leave out gaps smaller than (m2)</source>
        <translation>略去面积小于此值的空白区（m2）</translation>
    </message>
    <message>
        <source>Move inlets to the greatest flow within (m)</source>
        <translation>雨水口移到此距离内汇流最大处（m）</translation>
    </message>
    <message>
        <source>Gaps of the network</source>
        <translation>管网空白区</translation>
    </message>
    <message>
        <source>Number of gaps</source>
        <translation>空白区数</translation>
    </message>
    <message>
        <source>Area of all gaps (m2)</source>
        <translation>空白区总面积（m2）</translation>
    </message>
    <message>
        <source>Water that runs off the gaps (m3)</source>
        <translation>空白区产流量（m3）</translation>
    </message>
    <message>
        <source>Built-up land looked at (m2)</source>
        <translation>所检查的建成区面积（m2）</translation>
    </message>
    <message>
        <source>Optional points: inlets (gullies). INLETS, PIPES or both must be given.</source>
        <translation>可选的点：雨水口。INLETS 和 PIPES 至少须给出一个。</translation>
    </message>
    <message>
        <source>Optional lines: storm drains and combined sewers. Every line counts: leave out foul sewers by a filter of the layer.</source>
        <translation>可选的线：雨水管道和合流管道。每条线都计入：污水管道请用图层过滤器排除。</translation>
    </message>
    <message>
        <source>Optional polygons: built-up land, such as blocks or districts. A cell belongs to it if its centre does. Without it, or if the layer is empty, all cells with data count as built up.</source>
        <translation>可选的面：建成区，如街坊或片区。栅格单元的中心在其中，该单元即属于建成区。未给出或图层为空时，所有有数据的单元都算建成区。</translation>
    </message>
    <message>
        <source>Greatest way of the water to an inlet, and greatest distance to a pipe, m, above 0; default 100, about the length of a street block. The default is our own choice and from no standard: enter what applies to your town.</source>
        <translation>水流到雨水口的最大路程，以及到管道的最大距离，m，大于 0；默认 100，约为一个街坊的长度。默认值为自拟，并非出自标准：请填入适用于当地的值。</translation>
    </message>
    <message>
        <source>Optional lines or polygons: open water that takes water. Every cell that they touch belongs to them.</source>
        <translation>可选的线或面：能接纳来水的开敞水体。凡被其触及的栅格单元都属于它。</translation>
    </message>
    <message>
        <source>Rain, mm, 0 or more; default 50, as in inundation. Only for RUNOFF_M3 and runoff_m3.</source>
        <translation>降雨量，mm，不小于 0；默认 50，与 inundation 相同。仅用于 RUNOFF_M3 和 runoff_m3。</translation>
    </message>
    <message>
        <source>Share of the rain beyond LOSS that runs off, 0 to 1; default 1 (all of it, the careful side).</source>
        <translation>扣除 LOSS 后的降雨中形成径流的比例，0 至 1；默认 1（全部形成径流，偏于安全）。</translation>
    </message>
    <message>
        <source>Rain that is lost before any runs off, mm, 0 or more; default 0.</source>
        <translation>形成径流之前损失的降雨，mm，不小于 0；默认 0。</translation>
    </message>
    <message>
        <source>Gaps smaller than this are left out, m2, 0 or more; default 100 (our own choice: less than a house and its yard).</source>
        <translation>小于该面积的空白区不计，m2，不小于 0；默认 100（自拟：小于一座房屋及其院落）。</translation>
    </message>
    <message>
        <source>Greatest distance by which an inlet is moved to the greatest flow, from the point to the centre of a cell, m, 0 or more; default 5 (our own choice, as in drainagezones for pipe ends).</source>
        <translation>雨水口移到最大汇流处的最大距离，从该点到栅格单元中心，m，不小于 0；默认 5（自拟，与 drainagezones 中管道端点的取值相同）。</translation>
    </message>
    <message>
        <source>Gaps of the network 管网空白区, polygons. Fields: gap_id (number, 1 = the largest); reason (no_inlet, no_pipe, both); area_m2 (m2); runoff_m3 (water that runs off it in the given rain, m3); never_m2 (the part of it whose water reaches no inlet or channel however far it runs, m2; 0 without INLETS).</source>
        <translation>管网空白区，面。字段：gap_id（序号，1 = 最大）；reason（no_inlet、no_pipe、both）；area_m2（m2）；runoff_m3（给定降雨下由其流出的径流量，m3）；never_m2（其中无论流多远都到不了雨水口或河道沟渠的部分，m2；未给出 INLETS 时为 0）。</translation>
    </message>
    <message>
        <source>Gaps of the drainage network</source>
        <translation>管网空白区</translation>
    </message>
    <message>
        <source>coverage</source>
        <translation>覆盖率</translation>
    </message>
    <message>
        <source>unserved</source>
        <translation>未覆盖</translation>
    </message>
    <message>
        <source>pipes</source>
        <translation>雨水管道</translation>
    </message>
    <message>
        <source>Finds built-up land that the drainage network does not serve 管网空白区.</source>
        <translation>找出排水管网未服务到的建成区，即管网空白区。</translation>
    </message>
    <message>
        <source>Two things are asked of every built-up cell. Does its water reach an inlet within DISTANCE? The way is that of the water over the ground, by D8 and through depressions over their spill points, measured between the centres of the cells. And does the cell lie within DISTANCE of a pipe? That is the straight distance from the cell's centre to the line, also to a pipe beyond the DEM's edge.</source>
        <translation>对每个建成区栅格单元考察两点。其水能否在 DISTANCE 以内到达雨水口？此处的路程是水沿地表流动的路程，按 D8 并经溢出点穿过洼地，在栅格单元中心之间量算。该单元离管道是否在 DISTANCE 以内？此处是单元中心到管线的直线距离，DEM 边缘以外的管道也计入。</translation>
    </message>
    <message>
        <source>A cell that fails is part of a gap, and reason says why: no_inlet = no inlet takes its water within DISTANCE, though a pipe is near; no_pipe = no pipe is near, though an inlet takes its water; both. Gaps of reason both are the empty quarters of the network; in those of no_inlet, inlets may do; at those of no_pipe, look first whether a pipe is missing in the data. Cells of one reason that touch, also at corners, are one gap. Without INLETS only pipes are looked at, without PIPES only inlets.</source>
        <translation>不满足的单元属于空白区，reason 说明原因：no_inlet = 附近虽有管道，但 DISTANCE 以内没有雨水口接纳其水；no_pipe = 虽有雨水口接纳其水，但附近没有管道；both = 两者都缺。reason 为 both 的空白区是管网真正空缺的地段；no_inlet 的空白区，增设雨水口或许就够；no_pipe 的空白区，先看数据中是否漏了管道。原因相同且相接（包括角相接）的单元合为一个空白区。未给出 INLETS 时只考察管道，未给出 PIPES 时只考察雨水口。</translation>
    </message>
    <message>
        <source>Water that runs into one of CHANNELS within DISTANCE is drained: its cell is no part of a gap, with or without a pipe. An inlet or channel takes all water that reaches it, without limit of capacity.</source>
        <translation>水在 DISTANCE 以内流入 CHANNELS 之一的，即为已排水：无论附近有无管道，该单元都不属于空白区。雨水口或河道沟渠接纳到达的全部水量，不受能力限制。</translation>
    </message>
    <message>
        <source>An inlet often lies a cell beside the line along which D8 leads the water, and would take little. So each inlet is first moved to the cell of the greatest flow within SNAP_DISTANCE that is no channel; the log says how many were. With SNAP_DISTANCE 0 inlets stay in their cells, and the ground that reaches them is that of drainagezones.</source>
        <translation>雨水口常常位于 D8 引水线旁边一个单元处，因而收不到多少水。所以先把每个雨水口移到 SNAP_DISTANCE 范围内汇流量最大且不属于河道沟渠的单元；日志给出移动了多少个。SNAP_DISTANCE 为 0 时雨水口留在原单元，到达它们的地面与 drainagezones 的相同。</translation>
    </message>
    <message>
        <source>Number of gaps.</source>
        <translation>空白区数。</translation>
    </message>
    <message>
        <source>Area of all gaps, m2.</source>
        <translation>所有空白区的面积，m2。</translation>
    </message>
    <message>
        <source>Water that runs off all gaps, m3: AREA_M2 x RUNOFF_COEFFICIENT x (RAIN - LOSS).</source>
        <translation>所有空白区流出的径流量，m3：AREA_M2 × RUNOFF_COEFFICIENT × (RAIN - LOSS)。</translation>
    </message>
    <message>
        <source>Built-up land looked at, m2: the cells with data whose centre lies in BUILTUP.</source>
        <translation>所考察的建成区面积，m2：中心位于 BUILTUP 内的有数据栅格单元。</translation>
    </message>
    <message>
        <source>A screening by distance: whether inlets and pipes can take the water is not looked at (networkcheck and pondingevent do), nor whether a pipe leads anywhere. D8 on a DEM without kerbs and gutters leads much water past inlets: no_inlet then covers more than it should, even where inlets stand along every street, so trust both first. Roofs and yards that drain by pipes of their own are not known. Water that leaves the DEM at its edge or beside a hole reaches no inlet, so use a DEM that goes beyond the town. DISTANCE should be several cells long. The distance to a pipe comes out short by up to 0.03 %.</source>
        <translation>这是按距离所作的筛查：不考察雨水口和管道能否接纳来水（networkcheck 和 pondingevent 考察），也不考察管道是否通到别处。在没有路缘石和街沟的 DEM 上，D8 使大量水流绕过雨水口：此时即使每条街都有雨水口，no_inlet 的范围也会偏大，因此应优先采信 reason 为 both 的空白区。自有管道排水的屋顶和院落无从得知。在 DEM 边缘或无数据空洞旁流出的水到不了雨水口，因此应使用范围大于城区的 DEM。DISTANCE 应为栅格单元边长的数倍。到管道的距离最多偏短 0.03 %。</translation>
    </message>
    <message>
        <source>D8: O'Callaghan and Mark (1984), doi 10.1016/S0734-189X(84)80011-0. Through depressions: Cordonnier, Bovy and Braun (2019), doi 10.5194/esurf-7-549-2019. Distance to pipes: buffers by GEOS with 32 corners a quarter circle. Runoff = RUNOFF_COEFFICIENT x max(RAIN - LOSS, 0).</source>
        <translation>D8：O'Callaghan and Mark (1984)，doi 10.1016/S0734-189X(84)80011-0。穿过洼地：Cordonnier, Bovy and Braun (2019)，doi 10.5194/esurf-7-549-2019。到管道的距离：由 GEOS 生成的缓冲区，每四分之一圆 32 个角点。径流量 = RUNOFF_COEFFICIENT × max(RAIN - LOSS, 0)。</translation>
    </message>
    <message>
        <source>Drainage zones (polygons of drainagezones)</source>
        <translation>排水分区（drainagezones 输出的面）</translation>
    </message>
    <message>
        <source>Intensity, instead of the formula</source>
        <translation>雨强（代替公式）</translation>
    </message>
    <message>
        <source>Unit of the intensity</source>
        <translation>雨强单位</translation>
    </message>
    <message>
        <source>Table of intensities, instead of the formula (t_min, intensity)</source>
        <translation>雨强表（代替公式；t_min、intensity）</translation>
    </message>
    <message>
        <source>Runoff coefficient (a number, or a field of the zones)</source>
        <translation>径流系数（数值，或分区的字段）</translation>
    </message>
    <message>
        <source>Inlet time t1, over the ground (min)</source>
        <translation>地面集水时间 t1（min）</translation>
    </message>
    <message>
        <source>Roughness of the pipes (Manning's n)</source>
        <translation>管道粗糙系数（曼宁 n）</translation>
    </message>
    <message>
        <source>Area field of the inlets (m2)</source>
        <translation>雨水口汇水面积字段（m2）</translation>
    </message>
    <message>
        <source>Pipes with more than 2 km2 above them</source>
        <translation>上游汇水面积超过 2 km2 的管道</translation>
    </message>
    <message>
        <source>Pipe capacity</source>
        <translation>管道过流能力</translation>
    </message>
    <message>
        <source>First bottleneck of each zone</source>
        <translation>各分区下游首个卡脖子管段</translation>
    </message>
    <message>
        <source>Pipes whose load is known</source>
        <translation>负荷已知的管道数</translation>
    </message>
    <message>
        <source>Pipes that are overloaded</source>
        <translation>超负荷的管道数</translation>
    </message>
    <message>
        <source>Area that drains into the pipes (m2)</source>
        <translation>汇入管道的面积（m2）</translation>
    </message>
    <message>
        <source>Area of the zones with a bottleneck downstream (m2)</source>
        <translation>下游有卡脖子管段的分区面积（m2）</translation>
    </message>
    <message>
        <source>Lines: storm drains, with levels, sizes and shapes.</source>
        <translation>线：雨水管道，带有高程、尺寸和断面形状。</translation>
    </message>
    <message>
        <source>Polygons: zones as drainagezones writes them at LEVEL inlet or node, with the fields outlet_id, outlet_t and area_m2 (else the geometry's area). Zones at level inlet need INLETS too. Zones of an outfall drain to no pipe: zones made at LEVEL outfall are refused.</source>
        <translation>面：drainagezones 在 LEVEL 取 inlet 或 node 时输出的分区，带有字段 outlet_id、outlet_t 和 area_m2（缺少时取几何面积）。inlet 级的分区还需要 INLETS。排水口的分区不排入任何管道：LEVEL 取 outfall 时生成的分区不予接受。</translation>
    </message>
    <message>
        <source>Points: inlets, with the pipe that they drain to. Without ZONES their areas are those of AREA_FIELD, or of the zones that are delineated on DEM.</source>
        <translation>点：雨水口，带有其排入的管道。未给出 ZONES 时，其面积取 AREA_FIELD 的值，或取在 DEM 上划分的分区面积。</translation>
    </message>
    <message>
        <source>Return period P of the storm, years, above 0.</source>
        <translation>暴雨的重现期 P，年，大于 0。</translation>
    </message>
    <message>
        <source>A constant intensity instead of the formula, above 0, in INTENSITY_UNIT.</source>
        <translation>代替公式的恒定强度，大于 0，单位由 INTENSITY_UNIT 指定。</translation>
    </message>
    <message>
        <source>lps_ha (default: L/s per ha) or mm_h (mm/h; 36 mm/h are 100 L/s per ha).</source>
        <translation>lps_ha（默认：L/s per ha）或 mm_h（mm/h；36 mm/h 即 100 L/s per ha）。</translation>
    </message>
    <message>
        <source>A table instead of the formula: t_min (duration, min, ascending) and intensity (L/s per ha) or rate_mmh (mm/h), from an intensity-duration curve. Between the rows by a straight line; beyond them as at the first and the last.</source>
        <translation>代替公式的表格：t_min（历时，min，升序）和 intensity（L/s per ha）或 rate_mmh（mm/h），取自强度—历时曲线。相邻两行之间按直线内插；超出表格范围时取首行或末行的值。</translation>
    </message>
    <message>
        <source>Share of the rain that runs off at the peak, 0 to 1: a number for all, or a field of ZONES (of INLETS with AREA_FIELD); default 1. Zones without a value in the field are taken at 1 and named.</source>
        <translation>峰值时降雨中形成径流的比例，0 至 1：一个适用于全部的数值，或 ZONES 的字段（采用 AREA_FIELD 时为 INLETS 的字段）；默认 1。字段无值的分区按 1 计，并列出名称。</translation>
    </message>
    <message>
        <source>Time that water needs over the ground to the inlet, min; default 10, the middle of the usual 5 (dense, steep) to 15 (flat, open) of Chinese practice.</source>
        <translation>水沿地面流到雨水口所需的时间（地面集水时间），min；默认 10，为国内常用的 5（密集、坡陡）到 15（平坦、开阔）的中值。</translation>
    </message>
    <message>
        <source>Manning's n of the pipes; default 0.013 (concrete and clay pipes 0.013 to 0.014, plastic 0.009 to 0.010, in a table read in a copy).</source>
        <translation>管道的曼宁 n；默认 0.013（混凝土管和陶土管 0.013 至 0.014，塑料管 0.009 至 0.010，见于读自副本的一份表格）。</translation>
    </message>
    <message>
        <source>Optional points: where the pipes end.</source>
        <translation>可选的点：管道终止之处。</translation>
    </message>
    <message>
        <source>Optional elevation model on which the zones of INLETS are delineated, as drainagezones does, if neither ZONES nor AREA_FIELD is given. On a north-up grid in a projected CRS; elevations in metres, feet are converted where the CRS or the band says so. Without it the layers are worked in the CRS of PIPES, which must not be in degrees.</source>
        <translation>可选，数字高程模型：ZONES 和 AREA_FIELD 都未给出时，在其上按 drainagezones 的方法划分 INLETS 的分区。栅格正北朝上，采用投影坐标系（CRS）；高程单位为米，CRS 或波段注明单位为英尺时自动换算。未给出时，各图层在 PIPES 的坐标系中处理，该坐标系不得以度为单位。</translation>
    </message>
    <message>
        <source>Advanced. Field of INLETS with the area that drains to each, m2, taken if ZONES is not given.</source>
        <translation>高级参数。INLETS 中记录各雨水口汇水面积的字段，m2，未给出 ZONES 时采用。</translation>
    </message>
    <message>
        <source>What to do with pipes that gather more than 2 km2: refuse (default: refuse the run and name them) or skip (leave them without a flow).</source>
        <translation>如何处理汇水面积超过 2 km2 的管道：refuse（默认：拒绝运行并列出这些管道）或 skip（不给出其流量）。</translation>
    </message>
    <message>
        <source>Advanced. Greatest distance at which pipe ends are joined to nodes and inlets to pipes, m, 0 or more; default 5.</source>
        <translation>高级参数。管道端点连接到节点、雨水口连接到管道的最大距离，m，不小于 0；默认 5。</translation>
    </message>
    <message>
        <source>Id of a city or district whose formula is known, instead of A1, C, B and N; see designstorm for the list and for which are UNVERIFIED 未核实. No default.</source>
        <translation>公式已知的城市或城区的标识，用来代替 A1、C、B 和 N；名单以及其中哪些为 UNVERIFIED 未核实，见 designstorm。无默认值。</translation>
    </message>
    <message>
        <source>Pipes, lines drawn downstream. Fields: pipe_id (id); area_m2 (area above, its own zones counted, m2); q_lps (design flow, L/s; empty where the method does not hold); cap_lps (full-flow capacity, L/s; empty where size or levels are not known, and for pressure mains); load (q_lps / cap_lps); v_full (velocity when full, m/s); dn_need (size needed, mm; empty without flow or slope, or above DN 3000); ok (1 = load up to 1, 0 = overloaded, empty = not known); t_min (time of concentration where it begins, min); slope (as taken, m/m).</source>
        <translation>管道，按水流方向绘制的线。字段：pipe_id（编号）；area_m2（上游面积，含直接排入该管道的分区，m2）；q_lps（设计流量，L/s；方法不适用时为空）；cap_lps（满流能力，L/s；尺寸或高程未知时以及压力管为空）；load（q_lps / cap_lps）；v_full（满流流速，m/s）；dn_need（所需管径，mm；没有流量或坡度时，或大于 DN 3000 时为空）；ok（1 = 负荷不超过 1，0 = 超负荷，空 = 未知）；t_min（管道起点处的汇流时间，min）；slope（计算所用坡度，m/m）。</translation>
    </message>
    <message>
        <source>The zones that drain to inlets, nodes and outfalls, polygons; areas of AREA_FIELD are circles about their inlets. Fields: zone_id (id); pipe_id (pipe where its water enters; empty where it enters none, as at an outfall); area_m2 (m2); q_lps (its own peak at the inlet time, L/s); neck_id (first overloaded pipe on the way down; empty = none); neck_load (its load); neck_q (its design flow, L/s); neck_cap (its capacity, L/s); neck_m (way along the pipes to where it begins, m).</source>
        <translation>排入雨水口、节点和排水口的分区，面；采用 AREA_FIELD 时为以雨水口为圆心的圆。字段：zone_id（编号）；pipe_id（其水进入的管道；不进入任何管道时为空，如在排水口处）；area_m2（m2）；q_lps（该分区自身在地面集水时间下的峰值流量，L/s）；neck_id（下游途中首个超负荷管道；空 = 没有）；neck_load（其负荷）；neck_q（其设计流量，L/s）；neck_cap（其过流能力，L/s）；neck_m（沿管道到其起点的路程，m）。</translation>
    </message>
    <message>
        <source>rational method</source>
        <translation>推理公式法</translation>
    </message>
    <message>
        <source>Manning</source>
        <translation>曼宁公式</translation>
    </message>
    <message>
        <source>bottleneck</source>
        <translation>卡脖子管段</translation>
    </message>
    <message>
        <source>Sets the design flow of every pipe against what it carries when full, and finds the bottlenecks.</source>
        <translation>将每条管道的设计流量与其满流能力相比较，并找出卡脖子管段。</translation>
    </message>
    <message>
        <source>Design flow by the rational method: Q = coefficient x intensity x area. Areas add up along the main branches. The intensity is that of the storm at t = t1 + t2: the inlet time and the time of flow in the pipes above at their full-flow velocity. Where branches meet, the longest time counts; a pipe carries at least what the largest pipe above it does.</source>
        <translation>设计流量按推理公式计算：Q = 系数 × 强度 × 面积。面积沿主支累加。强度取 t = t1 + t2 时的暴雨强度：地面集水时间，加上游管道中按满流流速计算的流行时间。分支汇合处取最长的时间；管道的设计流量不小于其上游各管道中的最大流量。</translation>
    </message>
    <message>
        <source>What a pipe carries when full is worked by Manning's equation for circular, rectangular and egg-shaped sections, at the slope between its ends. load is design flow over capacity; above 1 the pipe is overloaded. dn_need is the smallest usual size of a circular pipe that would carry the flow at this slope.</source>
        <translation>满流能力按曼宁公式计算，断面为圆形、矩形和卵形，坡度取管道两端之间的坡度。load 为设计流量与满流能力之比；大于 1 时管道超负荷。dn_need 为在该坡度下能通过此流量的最小常用圆管管径。</translation>
    </message>
    <message>
        <source>OUTPUT_ZONES names for every zone the first overloaded pipe that its water meets on its way down.</source>
        <translation>OUTPUT_ZONES 对每个分区给出其水流在下游途中遇到的首个超负荷管道。</translation>
    </message>
    <message>
        <source>The rational method holds for areas of up to 2 km2 (text that matches GB 50318-2017 5.2.6, read in a copy). A run with a pipe that gathers more is refused, naming it; with LARGE_AREAS skip such pipes are left without a flow.</source>
        <translation>推理公式适用于不超过 2 km2 的面积（文本与 GB 50318-2017 5.2.6 相符，读自副本）。若有管道的汇水面积超过此值，则拒绝运行并指出该管道；LARGE_AREAS 取 skip 时，此类管道不给出流量。</translation>
    </message>
    <message>
        <source>Pipes whose load is known.</source>
        <translation>负荷已知的管道数。</translation>
    </message>
    <message>
        <source>Pipes with a load above 1.</source>
        <translation>负荷大于 1 的管道数。</translation>
    </message>
    <message>
        <source>Area that drains into the pipes, m2.</source>
        <translation>排入管道的面积，m2。</translation>
    </message>
    <message>
        <source>Area of the zones with a bottleneck downstream, m2.</source>
        <translation>下游有卡脖子管段的分区面积，m2。</translation>
    </message>
    <message>
        <source>Each pipe is looked at by itself: backwater, surcharge and water that a bottleneck above holds back are not counted, so pipes below a bottleneck are judged at the flow that would come without it. Side branches carry only what enters them. Pipes that are level or rise are taken at a slope of 0.0005. For larger areas use a hydrodynamic model.</source>
        <translation>每条管道单独考察：不计顶托、有压流以及上游卡脖子管段所滞留的水，因此卡脖子管段下游的管道按没有该管段时会到来的流量评判。旁支只输送直接进入其中的水。水平或上升的管道按坡度 0.0005 计算。面积更大时请使用水动力模型。</translation>
    </message>
    <message>
        <source>Rational method (Kuichling 1889) in the form of Chinese practice, Q = psi q F; full flow by Manning (1891). Storm formula: units and form read in several places, with 167 as official tables use it. The sizes are a list of our own of usual concrete pipes: 300 to 1200 by steps of 100, 1350, 1500, 1650, 1800 and 2000 to 3000 by steps of 200 mm.</source>
        <translation>推理公式（Kuichling 1889），采用国内形式 Q = psi q F；满流按曼宁公式（Manning 1891）。暴雨强度公式：单位和形式见于多处资料，系数 167 与官方表格所用一致。管径系列为自拟的常用混凝土管清单：300 至 1200 每级 100，1350、1500、1650、1800，以及 2000 至 3000 每级 200 mm。</translation>
    </message>
    <message>
        <source>Table of rain, instead of a design storm (t_min, rain_mm)</source>
        <translation>降雨过程表（代替设计暴雨；t_min、rain_mm）</translation>
    </message>
    <message>
        <source>Duration of the design storm (min)</source>
        <translation>设计暴雨历时（min）</translation>
    </message>
    <message>
        <source>Step of the design storm (min)</source>
        <translation>设计暴雨时间步长（min）</translation>
    </message>
    <message>
        <source>Shape of the design storm</source>
        <translation>设计暴雨雨型</translation>
    </message>
    <message>
        <source>Where its peak lies, as a share of the duration</source>
        <translation>雨峰系数（峰值位置占历时的比例）</translation>
    </message>
    <message>
        <source>How long to go on after the rain (min)</source>
        <translation>雨后继续计算的时间（min）</translation>
    </message>
    <message>
        <source>Receiving level (m, or a field of the outfalls)</source>
        <translation>受纳水位（m，或排水口的字段）</translation>
    </message>
    <message>
        <source>Longest flow over the ground of a zone (m)</source>
        <translation>分区地面漫流的最大长度（m）</translation>
    </message>
    <message>
        <source>SWMM model</source>
        <translation>SWMM 模型</translation>
    </message>
    <message>
        <source>SWMM input files (*.inp)</source>
        <translation>SWMM 输入文件 (*.inp)</translation>
    </message>
    <message>
        <source>Subcatchments</source>
        <translation>子汇水区数</translation>
    </message>
    <message>
        <source>Junctions</source>
        <translation>连接节点数</translation>
    </message>
    <message>
        <source>Conduits</source>
        <translation>管渠数</translation>
    </message>
    <message>
        <source>Pumps</source>
        <translation>水泵</translation>
    </message>
    <message>
        <source>Lines: storm drains, with levels, sizes and shapes. Virtual links and pressure mains are told by their shape or type.</source>
        <translation>线：雨水管道，带有高程、尺寸和断面形状。虚拟连接和压力管按其形状或类型识别。</translation>
    </message>
    <message>
        <source>Polygons: zones as drainagezones writes them at LEVEL inlet or node, with the fields outlet_id, outlet_t, area_m2 (else the geometry's area) and slope. Each is a subcatchment. Zones at level inlet need INLETS too. Zones of an outfall load no pipe and are left out.</source>
        <translation>面：drainagezones 在 LEVEL 取 inlet 或 node 时输出的分区，带有字段 outlet_id、outlet_t、area_m2（缺少时取几何面积）和 slope。每个分区为一个子汇水区。inlet 级的分区还需要 INLETS。排水口的分区不给任何管道加载，不予写入。</translation>
    </message>
    <message>
        <source>A constant intensity instead of the formula, above 0, in INTENSITY_UNIT; it rains so for DURATION.</source>
        <translation>代替公式的恒定强度，大于 0，单位由 INTENSITY_UNIT 指定；按此强度降雨，历时为 DURATION。</translation>
    </message>
    <message>
        <source>Share of the rain that runs off, 0 to 1, which becomes the imperviousness: a number for all, or a field of ZONES (of INLETS with AREA_FIELD); default 1. Zones without a value in the field are taken at 1 and named.</source>
        <translation>降雨中形成径流的比例，0 至 1，作为不透水率：一个适用于全部的数值，或 ZONES 的字段（采用 AREA_FIELD 时为 INLETS 的字段）；默认 1。字段无值的分区按 1 计，并列出名称。</translation>
    </message>
    <message>
        <source>A table of rain instead of a design storm, as pondingevent takes it: t_min (start of a step, min) and rain_mm (rain in it, mm). A last row of 0 mm marks the end. Steps of whole seconds.</source>
        <translation>代替设计暴雨的降雨过程表，格式同 pondingevent：t_min（时段起点，min）和 rain_mm（时段内的降雨量，mm）。末行为 0 mm 表示结束。时段须为整秒。</translation>
    </message>
    <message>
        <source>Duration of the design storm, min, 1 to 10080; default 120.</source>
        <translation>设计暴雨的历时，min，1 至 10080；默认 120。</translation>
    </message>
    <message>
        <source>Step of the design storm, min; default 5. Whole seconds.</source>
        <translation>设计暴雨的时段长，min；默认 5。须为整秒。</translation>
    </message>
    <message>
        <source>chicago (default: peaked; the heaviest part of any length has the depth of the storm of that length) or block (even).</source>
        <translation>chicago（默认：单峰；任意时长内最强的一段，其雨量等于该历时的暴雨雨量）或 block（均匀）。</translation>
    </message>
    <message>
        <source>Where the peak of chicago lies, as a share of DURATION, 0 to 1; default 0.4, of the 0.3 to 0.4 of most Chinese cities, read in a vendor's manual.</source>
        <translation>chicago 的峰值所在位置，以占 DURATION 的比例表示，0 至 1；默认 0.4，取自国内多数城市的 0.3 至 0.4，读自某厂商的手册。</translation>
    </message>
    <message>
        <source>How long the model goes on after the rain, min, 0 to 10080; default 120.</source>
        <translation>雨停后模型继续计算的时间，min，0 至 10080；默认 120。</translation>
    </message>
    <message>
        <source>Optional points: manholes, the junctions, with ground and bottom levels. Without them junctions are made where pipe ends meet.</source>
        <translation>可选的点：检查井，即节点，带有地面高程和井底高程。未给出时，在管道端点相接处生成节点。</translation>
    </message>
    <message>
        <source>Outfalls written; one that several pipes reach counts for each, since the engine lets an outfall have one link.</source>
        <translation>写入的排水口数；有多条管道通到的排水口按管道数计，因为引擎只允许一个排水口有一个连接。</translation>
    </message>
    <message>
        <source>Level of the receiving water, m: one for all, or a field of OUTFALLS. Outfalls with one are FIXED, those without FREE.</source>
        <translation>受纳水位，m：一个适用于全部的数值，或 OUTFALLS 的一个字段。有水位的排水口为 FIXED，没有的为 FREE。</translation>
    </message>
    <message>
        <source>Optional elevation model: for the ground over manholes without a level of their own, and for delineating the zones of INLETS, as drainagezones does, if neither ZONES nor AREA_FIELD is given. On a north-up grid in a projected CRS; elevations in metres, feet are converted where the CRS or the band says so. Without it the layers are worked in the CRS of PIPES, which must not be in degrees.</source>
        <translation>可选，数字高程模型：用于自身没有高程的检查井处的地面，以及在 ZONES 和 AREA_FIELD 都未给出时，按 drainagezones 的方法划分 INLETS 的分区。栅格正北朝上，采用投影坐标系（CRS）；高程单位为米，CRS 或波段注明单位为英尺时自动换算。未给出时，各图层在 PIPES 的坐标系中处理，该坐标系不得以度为单位。</translation>
    </message>
    <message>
        <source>Advanced. Longest flow over the ground of a zone, m, 1 or more; default 150 (own choice: by then it has met a gutter). The width of a subcatchment is its area over its length of flow.</source>
        <translation>高级参数。分区内水沿地面流动的最大长度，m，不小于 1；默认 150（自拟：流到这个距离时已遇到街沟）。子汇水区的宽度为其面积除以流动长度。</translation>
    </message>
    <message>
        <source>The model, a text file (.inp) in ASCII. Lengths and levels in m (LINK_OFFSETS ELEVATION), areas in ha, flows in L/s, rain in mm/h; coordinates in the CRS of the DEM, else of PIPES.</source>
        <translation>模型，ASCII 编码的文本文件（.inp）。长度和高程以 m 计（LINK_OFFSETS ELEVATION），面积以 ha 计，流量以 L/s 计，降雨以 mm/h 计；坐标采用 DEM 的坐标系（CRS），没有 DEM 时采用 PIPES 的坐标系。</translation>
    </message>
    <message>
        <source>Export to SWMM</source>
        <translation>导出 SWMM 模型</translation>
    </message>
    <message>
        <source>EPA SWMM</source>
        <translation>EPA SWMM 暴雨洪水管理模型</translation>
    </message>
    <message>
        <source>inp</source>
        <translation>inp 文件</translation>
    </message>
    <message>
        <source>dynamic wave</source>
        <translation>动力波</translation>
    </message>
    <message>
        <source>hydraulic model</source>
        <translation>水力模型</translation>
    </message>
    <message>
        <source>Writes pipes, zones and a rain as an input file of EPA SWMM 5, ready to run.</source>
        <translation>将管道、排水分区和降雨写成可直接运行的 EPA SWMM 5 输入文件。</translation>
    </message>
    <message>
        <source>The same layers as those of pipecapacity become a hydrodynamic model: zones become subcatchments, manholes junctions, outfalls outfalls, pipes conduits, rising pressure mains pumps. The rain is a design storm (chicago or block) or a table. The engine routes it by the dynamic wave, so that backwater, surcharge, circles of pipes and flow in both directions count, which pipecapacity leaves out.</source>
        <translation>由与 pipecapacity 相同的图层生成水动力模型：分区成为子汇水区，检查井成为节点（junction），排水口成为排水口（outfall），管道成为管渠（conduit），上升的压力管成为水泵。降雨为设计暴雨（chicago 或 block）或表格。引擎按动力波演算，因而计入 pipecapacity 所忽略的顶托、有压流、环状管道和双向水流。</translation>
    </message>
    <message>
        <source>What the layers do not say is taken at defaults. The log names each with the elements concerned, and so do comments at the head of the file. They are choices of our own: change what you know better, here or in SWMM.</source>
        <translation>图层未给出的内容取缺省值。日志逐项列出每个缺省值及所涉及的元素，文件开头的注释也照样列出。这些取值均为自拟：凡您掌握更准确数据的，请在此处或在 SWMM 中修改。</translation>
    </message>
    <message>
        <source>Names are kept where SWMM can read them: ASCII letters, digits and _ . # / + - up to 31 characters, each once whatever its case. Others are changed (common Chinese characters to pinyin, the rest to their codes); the log and the file say which became which. Subcatchments are called S and the id of the zone.</source>
        <translation>SWMM 能读取的名称予以保留：ASCII 字母、数字以及 _ . # / + -，最多 31 个字符，不区分大小写时也不重复。其他名称予以更改（常用汉字改为拼音，其余改为其编码）；日志和文件说明更改前后的对应关系。子汇水区的名称为 S 加分区编号。</translation>
    </message>
    <message>
        <source>To make the file is all that this algorithm does. Run it in EPA SWMM 5.1.013 or later, or with pyswmm or swmm-toolkit in Python.</source>
        <translation>本算法只生成文件。请在 EPA SWMM 5.1.013 或更高版本中运行，或在 Python 中用 pyswmm 或 swmm-toolkit 运行。</translation>
    </message>
    <message>
        <source>Points: where the pipes end. The engine does not run without one that a pipe reaches.</source>
        <translation>点：管道终止之处。没有任何管道通到的排水口时，引擎无法运行。</translation>
    </message>
    <message>
        <source>Subcatchments written.</source>
        <translation>写入的子汇水区数。</translation>
    </message>
    <message>
        <source>Junctions written.</source>
        <translation>写入的节点数。</translation>
    </message>
    <message>
        <source>Conduits written.</source>
        <translation>写入的管渠数。</translation>
    </message>
    <message>
        <source>Pumps written.</source>
        <translation>写入的水泵数。</translation>
    </message>
    <message>
        <source>Depth of the rain, mm.</source>
        <translation>降雨量，mm。</translation>
    </message>
    <message>
        <source>A zone enters the network at its node whatever its inlets take. Water above the ground is lost, and does not come back: for ponds on the ground use pondingevent. No infiltration besides the runoff coefficient, no dry-weather flow, no weirs, orifices, storage or controls; virtual links stand for what structures they bridge. Check such places before trusting the figures there.</source>
        <translation>分区的水在其节点处进入管网，不论雨水口能收多少。漫上地面的水即告损失，不再返回：地面积水请用 pondingevent。除径流系数外不计下渗，没有旱季流量，没有堰、孔口、调蓄设施和控制规则；虚拟连接代表其所跨越的构筑物。采信这些位置的数值之前，请先核查。</translation>
    </message>
    <message>
        <source>The section "SWMM models" of docs/method.md says how each section is filled. Chicago pattern: Keifer and Chu 1957. SWMM: Rossman, United States Environmental Protection Agency. The exported sample town and a real town run with continuity errors below 1 %.</source>
        <translation>docs/method.md 的 “SWMM models” 一节说明每个部分如何填写。芝加哥雨型：Keifer and Chu 1957。SWMM：Rossman, United States Environmental Protection Agency（美国环境保护署）。导出的示例城镇和一个真实城镇的模型，运行的连续性误差均小于 1 %。</translation>
    </message>
    <message>
        <source>Drainage zones (polygons of drainagezones, at level inlet)</source>
        <translation>排水分区（drainagezones 按 inlet 一级输出的面）</translation>
    </message>
    <message>
        <source>Capacity of an inlet (L/s, or a field; empty = by its type)</source>
        <translation>雨水口收水能力（L/s，或字段；留空则按类型）</translation>
    </message>
    <message>
        <source>Type field of the inlets</source>
        <translation>雨水口类型字段</translation>
    </message>
    <message>
        <source>Limits of inlets</source>
        <translation>雨水口收水限制</translation>
    </message>
    <message>
        <source>Inlets that are too small</source>
        <translation>收水能力不足的雨水口数</translation>
    </message>
    <message>
        <source>Inlets whose pipe is too small</source>
        <translation>所接管道过小的雨水口数</translation>
    </message>
    <message>
        <source>Inlets to add</source>
        <translation>需增设的雨水口数</translation>
    </message>
    <message>
        <source>Runoff that is not taken (L/s)</source>
        <translation>未收入的径流量（L/s）</translation>
    </message>
    <message>
        <source>Points: inlets.</source>
        <translation>点：雨水口。</translation>
    </message>
    <message>
        <source>Optional elevation model on which the zones of INLETS are delineated, as drainagezones does, if neither ZONES nor AREA_FIELD is given. On a north-up grid in a projected CRS; elevations in metres, feet are converted where the CRS or the band says so. Without it the layers are worked in the CRS of INLETS, which must not be in degrees.</source>
        <translation>可选，数字高程模型：ZONES 和 AREA_FIELD 都未给出时，在其上按 drainagezones 的方法划分 INLETS 的分区。栅格正北朝上，采用投影坐标系（CRS）；高程单位为米，CRS 或波段注明单位为英尺时自动换算。未给出时，各图层在 INLETS 的坐标系中处理，该坐标系不得以度为单位。</translation>
    </message>
    <message>
        <source>Optional polygons: zones as drainagezones writes them at LEVEL inlet, with the fields outlet_id, outlet_t and area_m2 (else the geometry's area). Zones of nodes count for the pipes only; zones made at LEVEL node or outfall are refused.</source>
        <translation>可选的面：drainagezones 在 LEVEL 取 inlet 时输出的分区，带有字段 outlet_id、outlet_t 和 area_m2（缺少时取几何面积）。节点的分区只计入管道；LEVEL 取 node 或 outfall 时生成的分区不予接受。</translation>
    </message>
    <message>
        <source>What an inlet takes when clean: one number, L/s, or a field of INLETS. Empty: by its type, 20 for a grate (平箅式) and 30 for a combined inlet (联合式; text of a Chinese road drainage code, read in a copy). Inlets without a value in the field are taken at 20 and named.</source>
        <translation>雨水口清洁时的收水能力：一个数值，L/s，或 INLETS 的字段。留空：按类型取值，平箅式 20，联合式 30（国内某道路排水规范的文本，读自副本）。字段无值的雨水口按 20 计，并列出名称。</translation>
    </message>
    <message>
        <source>Advanced. Field of INLETS with the type: words with grate, gully or 平箅, combined or 联合; others are taken as grates and named. Left empty, a field of a usual name such as type is taken if there is one.</source>
        <translation>高级参数。INLETS 中记录类型的字段：含 grate、gully 或 平箅 的为平箅式，含 combined 或 联合 的为联合式；其他一律按平箅式计，并列出名称。留空时，若存在 type 等常用名称的字段则采用该字段。</translation>
    </message>
    <message>
        <source>Share of the capacity that is left when leaves and litter lie on the grate, 0 to 1; default 0.6 (the same text gives 0.5 to 0.7).</source>
        <translation>箅面有落叶和杂物时剩余的收水能力比例，0 至 1；默认 0.6（同一文本给出 0.5 至 0.7）。</translation>
    </message>
    <message>
        <source>Optional lines: storm drains. Without them only the inlets limit.</source>
        <translation>可选的线：雨水管道。未给出时，只有雨水口起限制作用。</translation>
    </message>
    <message>
        <source>Inlets, points. Fields: inlet_id (id); area_m2 (area of its zones, m2); q_lps (runoff, L/s); cap_lps (what it takes, clogging counted, L/s); pipe_lps (what its pipe leaves to it, L/s; empty where not known); limit (inlet, pipe or none); add_n (inlets to add; empty where no number would do, since one takes nothing); short_lps (runoff that is not taken, L/s); pipe_id (its pipe).</source>
        <translation>雨水口，点。字段：inlet_id（编号）；area_m2（其分区面积，m2）；q_lps（径流，L/s）；cap_lps（收水能力，已计堵塞，L/s）；pipe_lps（管道留给它的能力，L/s；未知时为空）；limit（inlet、pipe 或 none）；add_n（须增设的雨水口数；单个雨水口收水量为零、增设多少都无济于事时为空）；short_lps（未能收走的径流，L/s）；pipe_id（其管道）。</translation>
    </message>
    <message>
        <source>Inlet capacity</source>
        <translation>雨水口收水能力</translation>
    </message>
    <message>
        <source>gully</source>
        <translation>雨水口</translation>
    </message>
    <message>
        <source>grate</source>
        <translation>雨水箅</translation>
    </message>
    <message>
        <source>clogging</source>
        <translation>堵塞</translation>
    </message>
    <message>
        <source>inlets to add</source>
        <translation>增设雨水口</translation>
    </message>
    <message>
        <source>Sets the runoff that comes to every inlet against what the inlet and its pipe take.</source>
        <translation>将到达每个雨水口的径流与雨水口及其管道的接纳能力相比较。</translation>
    </message>
    <message>
        <source>The runoff of an inlet is that of its own zone by the rational method, Q = coefficient x intensity x area, with the intensity of the storm at the inlet time.</source>
        <translation>雨水口的径流即其自身分区的径流，按推理公式计算：Q = 系数 × 强度 × 面积，强度取地面集水时间对应的暴雨强度。</translation>
    </message>
    <message>
        <source>An inlet takes its capacity when clean, times CLOGGING: of INLET_CAPACITY, or by its type. Its pipe leaves to it the pipe's full-flow capacity (Manning), shared among all that drain through the pipe in proportion to their runoff, upstream inlets counted and worked as in pipecapacity.</source>
        <translation>雨水口的收水量为其清洁时的能力乘以 CLOGGING：能力取自 INLET_CAPACITY，或按其类型取值。管道留给雨水口的是管道的满流能力（曼宁公式），由经该管道排水的所有雨水口按径流量的比例分摊，上游雨水口也计入，算法同 pipecapacity。</translation>
    </message>
    <message>
        <source>limit says which of the two falls short of the runoff: inlet or pipe, the smaller one where both do. add_n is how many inlets of the same kind must be added for the whole runoff to be taken, or for as much as the pipe leaves: beyond that more inlets would only move the shortage into the pipe.</source>
        <translation>limit 说明两者之中哪一个小于径流：inlet（雨水口）或 pipe（管道），两者都不足时取较小者。add_n 为使全部径流都被收走、或收到管道所能接纳的程度，须增设的同类雨水口数：再多增设，只是把不足转移到管道。</translation>
    </message>
    <message>
        <source>Inlets that are too small.</source>
        <translation>收水能力不足的雨水口数。</translation>
    </message>
    <message>
        <source>Inlets whose pipe is too small.</source>
        <translation>受管道限制的雨水口数。</translation>
    </message>
    <message>
        <source>Inlets to add, in all.</source>
        <translation>须增设的雨水口总数。</translation>
    </message>
    <message>
        <source>Runoff that is not taken, L/s.</source>
        <translation>未能收走的径流，L/s。</translation>
    </message>
    <message>
        <source>What runs past an inlet is not added to the next one downhill, and of the pipes only the inlet's own is looked at; for bottlenecks farther down see pipecapacity. The capacity of a grate on a slope is less than its nominal one. The rational method holds for up to 2 km2: inlets with more are refused, pipes with more limit nothing.</source>
        <translation>越过雨水口的水不计入下坡方向的下一个雨水口；管道只考察雨水口自身所接的一条，更下游的卡脖子管段见 pipecapacity。坡面上雨水箅的收水能力小于其标称值。推理公式适用于不超过 2 km2 的面积：超过的雨水口不予接受，超过的管道不起限制作用。</translation>
    </message>
    <message>
        <source>Rational method (Kuichling 1889) and Manning (1891), as in pipecapacity; capacities and clogging of inlets from the text of a Chinese road drainage code, read in a copy.</source>
        <translation>推理公式（Kuichling 1889）和曼宁公式（Manning 1891），同 pipecapacity；雨水口的收水能力和堵塞系数取自国内某道路排水规范的文本，读自副本。</translation>
    </message>
    <message>
        <source>Receiving water level (m, or a field of the outfalls)</source>
        <translation>受纳水位（m，或排水口的字段）</translation>
    </message>
    <message>
        <source>Drainage modulus (m3/s per km2)</source>
        <translation>排水模数（m3/s 每 km2）</translation>
    </message>
    <message>
        <source>Runoff to be pumped, if no modulus is given (mm)</source>
        <translation>未给排水模数时需抽排的径流深（mm）</translation>
    </message>
    <message>
        <source>Time to pump it in (h)</source>
        <translation>抽排时间（h）</translation>
    </message>
    <message>
        <source>Ground level field (m)</source>
        <translation>地面高程字段（m）</translation>
    </message>
    <message>
        <source>Outfalls and receiving water</source>
        <translation>排水口与受纳水位</translation>
    </message>
    <message>
        <source>Manholes flooded back</source>
        <translation>倒灌检查井</translation>
    </message>
    <message>
        <source>Zones cut off</source>
        <translation>自排受阻分区</translation>
    </message>
    <message>
        <source>Free outfalls</source>
        <translation>自由出流的排水口数</translation>
    </message>
    <message>
        <source>Submerged outfalls</source>
        <translation>淹没出流的排水口数</translation>
    </message>
    <message>
        <source>Outfalls that flow back</source>
        <translation>倒灌的排水口数</translation>
    </message>
    <message>
        <source>Area of zones cut off (m2)</source>
        <translation>自排受阻分区面积（m2）</translation>
    </message>
    <message>
        <source>Pump rate of all zones cut off (m3/s)</source>
        <translation>全部自排受阻分区的泵排流量（m3/s）</translation>
    </message>
    <message>
        <source>Points: where pipes end in the receiving water.</source>
        <translation>点：管道终止于受纳水体之处。</translation>
    </message>
    <message>
        <source>Lines: storm drains, with the levels of their bottoms and sizes.</source>
        <translation>线：雨水管道，带有管内底高程和尺寸。</translation>
    </message>
    <message>
        <source>Optional polygons: zones as drainagezones writes them, at any LEVEL, with the fields outlet_id, outlet_t, area_m2 and low_z. Zones at level inlet need INLETS too.</source>
        <translation>可选的面：drainagezones 输出的分区，LEVEL 不限，带有字段 outlet_id、outlet_t、area_m2 和 low_z。inlet 级的分区还需要 INLETS。</translation>
    </message>
    <message>
        <source>Level of the receiving water: a number in m, the same for all, or the name of a field of OUTFALLS; in the datum of the pipes' levels.</source>
        <translation>受纳水位：一个数值，m，对所有排水口相同；或 OUTFALLS 的一个字段名；高程基准与管道高程一致。</translation>
    </message>
    <message>
        <source>Optional points: inlets, to tell which pipe a zone of level inlet drains to.</source>
        <translation>可选的点：雨水口，用于判断 inlet 级的分区排入哪条管道。</translation>
    </message>
    <message>
        <source>Optional elevation model, for the ground over nodes whose level no field gives. On a north-up grid in a projected CRS; elevations in metres, feet are converted where the CRS or the band says so. Without it the layers are worked in the CRS of PIPES, which must not be in degrees.</source>
        <translation>可选，数字高程模型，用于没有字段给出高程的节点处的地面。栅格正北朝上，采用投影坐标系（CRS）；高程单位为米，CRS 或波段注明单位为英尺时自动换算。未给出时，各图层在 PIPES 的坐标系中处理，该坐标系不得以度为单位。</translation>
    </message>
    <message>
        <source>Optional drainage modulus: pump rate for each km2 that is cut off, m3/s per km2.</source>
        <translation>可选，排水模数：每 km2 自排受阻面积的泵排流量，m3/s per km2。</translation>
    </message>
    <message>
        <source>Optional depth of runoff that is to be pumped, mm, if no MODULUS is given: the modulus is then RUNOFF / (3.6 REMOVAL_TIME).</source>
        <translation>可选，未给出 MODULUS 时须泵排的径流深，mm：此时模数为 RUNOFF / (3.6 REMOVAL_TIME)。</translation>
    </message>
    <message>
        <source>Time within which RUNOFF is pumped, evenly, h; default 24 (own choice: one day, as in the countryside; towns need less).</source>
        <translation>均匀排除 RUNOFF 所用的时间，h；默认 24（自拟：一天，如农村的做法；城镇须更短）。</translation>
    </message>
    <message>
        <source>Advanced. Field of MANHOLES with the level of the ground, m. Left empty, a field of a usual name such as rim_elev is taken if there is one; where it has no value, the DEM's.</source>
        <translation>高级参数。MANHOLES 中记录地面高程的字段，m。留空时，若存在 rim_elev 等常用名称的字段则采用该字段；字段无值处采用 DEM 的高程。</translation>
    </message>
    <message>
        <source>Outfalls, points. Fields: outfall_id (id); invert (bottom of the lowest pipe that ends there, m); crown (top of the highest, m); water_z (receiving level, m); state (free, submerged or reverse; empty where the level or that of the pipes is not known); pump_m3s (pump rate of its zones that are cut off, m3/s; empty without ZONES or a modulus); zones (zones cut off, count); cutoff_m2 (their area, m2); flooded (manholes flooded back, count).</source>
        <translation>排水口，点。字段：outfall_id（编号）；invert（在此终止的最低管道的管内底高程，m）；crown（最高管道的管内顶高程，m）；water_z（受纳水位，m）；state（free、submerged 或 reverse；水位或管道高程未知时为空）；pump_m3s（其自排受阻分区的泵排流量，m3/s；未给出 ZONES 或模数时为空）；zones（自排受阻的分区数）；cutoff_m2（其面积，m2）；flooded（受倒灌的检查井数）。</translation>
    </message>
    <message>
        <source>Nodes whose ground the receiving water would flood, points. Fields: node_id (id); ground_z (ground, m); water_z (receiving level, m); over_m (water_z - ground_z, m); outfall_id (outfall through which the water comes).</source>
        <translation>地面会被受纳水体淹没的节点，点。字段：node_id（编号）；ground_z（地面高程，m）；water_z（受纳水位，m）；over_m（water_z - ground_z，m）；outfall_id（来水所经的排水口）。</translation>
    </message>
    <message>
        <source>The zones cut off, polygons. Made only if asked for. Fields: zone_id (id); outfall_id (outfall that it drains to); area_m2 (m2); low_z (lowest ground, m); water_z (receiving level, m); pump_m3s (pump rate, m3/s).</source>
        <translation>自排受阻的分区，面。仅在要求时生成。字段：zone_id（编号）；outfall_id（其排入的排水口）；area_m2（m2）；low_z（最低地面高程，m）；water_z（受纳水位，m）；pump_m3s（泵排流量，m3/s）。</translation>
    </message>
    <message>
        <source>Outfall backwater</source>
        <translation>排水口顶托</translation>
    </message>
    <message>
        <source>outfall</source>
        <translation>排水口</translation>
    </message>
    <message>
        <source>tailwater</source>
        <translation>尾水位</translation>
    </message>
    <message>
        <source>backwater</source>
        <translation>顶托</translation>
    </message>
    <message>
        <source>pumps</source>
        <translation>水泵</translation>
    </message>
    <message>
        <source>receiving water</source>
        <translation>受纳水体</translation>
    </message>
    <message>
        <source>Judges outfalls, manholes and zones against the level of the receiving water.</source>
        <translation>对照受纳水位评判排水口、检查井和排水分区。</translation>
    </message>
    <message>
        <source>The receiving water stands before every outfall at RECEIVING_LEVEL. An outfall is free while the level does not exceed the crown of the pipes that end there (their bottom, where no size is known), submerged above it, and in reverse where the water would stand on the ground somewhere in its system (the ground at the outfall itself does not count).</source>
        <translation>每个排水口外的受纳水体水位为 RECEIVING_LEVEL。水位不超过在排水口终止的管道的管内顶（尺寸未知时为管内底）时，排水口为自由出流（free）；超过时为淹没出流（submerged）；若水会在其系统内某处漫上地面，则为倒灌（reverse，排水口自身处的地面不计）。</translation>
    </message>
    <message>
        <source>From each outfall the water is followed up the pipes as a level surface, along main and side branches, as long as it stands above the bottom of the pipe at both ends. Manholes on this way whose ground lies below the level are flooded back. There are no flaps: where one is fitted, read reverse as the place that needs it. Levels of pipes that are not known do not hold water back.</source>
        <translation>从每个排水口起，把水作为水平水面沿管道向上游追踪，主支和旁支都追，只要水面高于管道两端的管内底就继续。途中地面低于该水位的检查井即为受倒灌。计算中没有拍门：已装拍门处，请把 reverse 理解为需要拍门之处。高程未知的管道不阻挡水流。</translation>
    </message>
    <message>
        <source>A zone is cut off if its lowest ground does not lie above the level at the outfall that its water reaches along the main branches, the same as drain_mode low of drainagezones. It needs a pump: MODULUS times its area, or RUNOFF removed evenly within REMOVAL_TIME.</source>
        <translation>若分区的最低地面不高于其水流沿主支到达的排水口处的水位，则该分区自排受阻，与 drainagezones 的 drain_mode 为 low 相同。它需要泵排：MODULUS 乘以其面积，或在 REMOVAL_TIME 内均匀排除 RUNOFF。</translation>
    </message>
    <message>
        <source>Outfalls in state free.</source>
        <translation>状态为 free（自由出流）的排水口数。</translation>
    </message>
    <message>
        <source>Outfalls in state submerged.</source>
        <translation>状态为 submerged（淹没出流）的排水口数。</translation>
    </message>
    <message>
        <source>Outfalls in state reverse.</source>
        <translation>状态为 reverse（倒灌）的排水口数。</translation>
    </message>
    <message>
        <source>Manholes and other nodes that are flooded back.</source>
        <translation>受倒灌的检查井及其他节点数。</translation>
    </message>
    <message>
        <source>Area of the zones that are cut off, m2.</source>
        <translation>自排受阻的分区面积，m2。</translation>
    </message>
    <message>
        <source>Pump rate of all of them, m3/s; 0 without a modulus.</source>
        <translation>上述分区的总泵排流量，m3/s；没有模数时为 0。</translation>
    </message>
    <message>
        <source>A level surface without flow: losses of head in pipes that run full at the same time are not counted, so water may stand higher in the streets than the level. Flaps, gates and pumps in the network are not known. The pump rate is the mean over the time, without storage: a peak needs more, or a basin.</source>
        <translation>按没有流动的水平水面计算：不计同时满流的管道中的水头损失，因此街道上的水位可能高于受纳水位。管网中的拍门、闸门和水泵无从得知。泵排流量为排除时间内的平均值，不计调蓄：遇峰值时需要更大的流量，或设调蓄池。</translation>
    </message>
    <message>
        <source>Comparison of levels; the modulus is the average-removal form q = R / (86.4 T) with T in days, used in Chinese drainage practice (symbols and units read in a copy, form by arithmetic: 1 mm on 1 km2 is 1000 m3).</source>
        <translation>高程比较；模数采用国内排水计算中的平均排除法形式 q = R / (86.4 T)，T 以天计（符号和单位读自副本，形式经算术核对：1 km2 上的 1 mm 为 1000 m3）。</translation>
    </message>
    <message>
        <source>Inundation</source>
        <translation>积水</translation>
    </message>
    <message>
        <source>fill-spill-merge</source>
        <translation>填洼—溢流—合并</translation>
    </message>
    <message>
        <source>ponding</source>
        <translation>积水</translation>
    </message>
    <message>
        <source>flood depth</source>
        <translation>淹没深度</translation>
    </message>
    <message>
        <source>Finds where the water of a given rain comes to rest, and how deep.</source>
        <translation>求给定降雨的水最终停留在哪里，有多深。</translation>
    </message>
    <message>
        <source>Rain on a cell runs down by D8 to the pit of its depression, or outside. A depression fills level. What does not fit spills over its lowest saddle into the neighbour there; two neighbours that are both full merge and rise as one; from an outermost depression water leaves. The result does not depend on any order of working.</source>
        <translation>落在栅格单元上的雨按 D8 流到其洼地的最低点，或流到外部。洼地按水平水面蓄水。容纳不下的水越过最低的鞍部，溢入那里的相邻洼地；相邻两个洼地都满时，合并为一个一起上升；水从最外层的洼地流出。结果与计算的先后顺序无关。</translation>
    </message>
    <message>
        <source>Every pond is level; no water stands above the filled DEM; more rain never gives less depth; a very large rain gives the filled DEM. Standing water plus outflow equals the rain: BALANCE_ERROR is the check.</source>
        <translation>每个积水区的水面都是水平的；积水不会高于填洼后的 DEM；降雨增大，水深绝不会减小；降雨极大时，得到填洼后的 DEM。积水量加流出量等于雨量：由 BALANCE_ERROR 检验。</translation>
    </message>
    <message>
        <source>Runoff = RUNOFF_COEFFICIENT x max(RAIN - LOSS, 0), the same on every cell, or the RUNOFF raster.</source>
        <translation>径流量 = RUNOFF_COEFFICIENT x max(RAIN - LOSS, 0)，每个栅格单元相同；或由 RUNOFF 栅格给出。</translation>
    </message>
    <message>
        <source>Water that runs off, m3.</source>
        <translation>形成径流的水量，m3。</translation>
    </message>
    <message>
        <source>Water that stays standing, m3: the sum of OUTPUT.</source>
        <translation>停留为积水的水量，m3：即 OUTPUT 的总和。</translation>
    </message>
    <message>
        <source>Water that left the DEM, m3.</source>
        <translation>流出 DEM 的水量，m3。</translation>
    </message>
    <message>
        <source>(STORED_M3 + OUTFLOW_M3 - RAIN_M3) / RAIN_M3, a fraction, signed; 0 without rain.</source>
        <translation>(STORED_M3 + OUTFLOW_M3 - RAIN_M3) / RAIN_M3，比值，带正负号；没有降雨时为 0。</translation>
    </message>
    <message>
        <source>Static: the state after all water has come to rest, without time, velocity, infiltration on the way or pipes. Depths are an upper bound where a drainage network works; water in motion on slopes and streets is not shown. Cells at the DEM's edge and beside cells without data stay dry, unless CLOSED_EDGE is set.</source>
        <translation>静态方法：是水全部静止之后的状态，没有时间过程、流速、沿途下渗，也不计管道。在有排水管网起作用之处，水深是上限；坡面和街道上流动中的水不予显示。DEM 边缘和无数据栅格单元旁的栅格单元保持无积水，设置了 CLOSED_EDGE 时除外。</translation>
    </message>
    <message>
        <source>Fill-spill-merge: Barnes, Callaghan and Wickert (2021), doi 10.5194/esurf-9-105-2021, on the basin graph of Cordonnier, Bovy and Braun (2019), doi 10.5194/esurf-7-549-2019.</source>
        <translation>填洼—溢流—合并（fill-spill-merge）：Barnes, Callaghan and Wickert (2021)，doi 10.5194/esurf-9-105-2021，基于 Cordonnier, Bovy and Braun (2019) 的流域图，doi 10.5194/esurf-7-549-2019。</translation>
    </message>
    <message>
        <source>Rain to flood</source>
        <translation>致涝雨量</translation>
    </message>
    <message>
        <source>threshold rain</source>
        <translation>阈值雨量</translation>
    </message>
    <message>
        <source>critical rain</source>
        <translation>临界雨量</translation>
    </message>
    <message>
        <source>Finds for every cell the rain at which it floods.</source>
        <translation>求每个栅格单元的致涝雨量，即其开始积水的雨量。</translation>
    </message>
    <message>
        <source>The result is one raster of rain depths: where it is below R, an inundation run with the rain R gives a depth above MIN_DEPTH. A slider over rain thus becomes a mere threshold on this raster.</source>
        <translation>结果是一个雨量栅格：其值低于 R 之处，以降雨 R 运行 inundation 所得的水深大于 MIN_DEPTH。因此，用滑块改变雨量，只需在该栅格上改变阈值。</translation>
    </message>
    <message>
        <source>The filling of all nested depressions is followed event by event under a uniform rain, the spill of full neighbours counted; no rain is tried out, so the figures are exact.</source>
        <translation>在均匀降雨下，对所有嵌套洼地的蓄满过程逐个事件推演，并计入已满的相邻洼地的溢流；不逐个试算雨量，因此数值是精确的。</translation>
    </message>
    <message>
        <source>Rain = LOSS + runoff / RUNOFF_COEFFICIENT.</source>
        <translation>降雨量 = LOSS + 径流量 / RUNOFF_COEFFICIENT。</translation>
    </message>
    <message>
        <source>Area of the cells with a value, m2.</source>
        <translation>有值的栅格单元的面积，m2。</translation>
    </message>
    <message>
        <source>Static, like inundation: uniform rain, without time, velocity, infiltration on the way or pipes. Cells at the DEM's edge and beside cells without data never flood, unless CLOSED_EDGE is set.</source>
        <translation>与 inundation 一样是静态方法：均匀降雨，没有时间过程、流速、沿途下渗，也不计管道。DEM 边缘和无数据栅格单元旁的栅格单元永不积水，设置了 CLOSED_EDGE 时除外。</translation>
    </message>
    <message>
        <source>Event-driven fill-spill-merge on the hierarchy of depressions; the outcome is that of Barnes, Callaghan and Wickert (2021), doi 10.5194/esurf-9-105-2021, for every rain at once.</source>
        <translation>在洼地层次结构上进行事件驱动的填洼—溢流—合并（fill-spill-merge）；结果与 Barnes, Callaghan and Wickert (2021) 的相同，doi 10.5194/esurf-9-105-2021，但一次得出所有雨量的结果。</translation>
    </message>
    <message>
        <source>Hyetograph (table with t_min and rain_mm)</source>
        <translation>雨量过程（含 t_min 和 rain_mm 的表）</translation>
    </message>
    <message>
        <source>Runoff coefficient (number or raster)</source>
        <translation>径流系数（数值或栅格）</translation>
    </message>
    <message>
        <source>Infiltration (mm/h, number or raster)</source>
        <translation>下渗率（mm/h，数值或栅格）</translation>
    </message>
    <message>
        <source>Capacity of an inlet (L/s, or a field)</source>
        <translation>雨水口收水能力（L/s，或字段）</translation>
    </message>
    <message>
        <source>Depth whose duration is wanted (m)</source>
        <translation>统计历时的阈值水深（m）</translation>
    </message>
    <message>
        <source>Longest time step (s)</source>
        <translation>最大时间步长（s）</translation>
    </message>
    <message>
        <source>Pump rate field (m3/h)</source>
        <translation>泵排流量字段（m3/h）</translation>
    </message>
    <message>
        <source>Greatest depth (m)</source>
        <translation>最大水深（m）</translation>
    </message>
    <message>
        <source>Duration above the threshold (min)</source>
        <translation>超过阈值水深的历时（min）</translation>
    </message>
    <message>
        <source>Start of ponding (min)</source>
        <translation>积水开始时间（min）</translation>
    </message>
    <message>
        <source>Ponds of the event</source>
        <translation>本场降雨的积水区</translation>
    </message>
    <message>
        <source>Water in time (table)</source>
        <translation>水量过程（表）</translation>
    </message>
    <message>
        <source>Water taken by inlets (m3)</source>
        <translation>雨水口收水量（m3）</translation>
    </message>
    <message>
        <source>Water that infiltrated (m3)</source>
        <translation>下渗量（m3）</translation>
    </message>
    <message>
        <source>Water pumped (m3)</source>
        <translation>泵排量（m3）</translation>
    </message>
    <message>
        <source>Water that stands at the end (m3)</source>
        <translation>结束时的积水量（m3）</translation>
    </message>
    <message>
        <source>Table of the rain in time, a row per step: t_min (minute at which the step begins, from 0, ascending) and rain_mm (mm that fall from then to the next row). The last step lasts as long as the one before it; a last row of 0 mm marks the end. Other names of the two fields, such as 历时 and 雨量, are listed in docs/fields.md; the log says which were taken. A .csv (in UTF-8) will do, as will a sheet or a database table. Empty rows are passed over. A negative or unsorted time, or a value that is no number, is refused with its row.</source>
        <translation>降雨过程表，每个时段一行：t_min（时段起始的分钟数，从 0 开始，升序）和 rain_mm（从该时刻到下一行之间的降雨，mm）。最后一个时段与前一个时段等长；末行为 0 mm 表示结束。这两个字段的其他名称（如 历时 和 雨量）列于 docs/fields.md；日志说明采用了哪些字段。可以是 .csv（UTF-8 编码），也可以是工作表或数据库表。空行跳过。时间为负或未按序排列，或取值不是数字时，不予接受并指出所在行。</translation>
    </message>
    <message>
        <source>Share of the rain that runs off, 0 to 1: a number, or a raster (layer or file) on the DEM's grid. Default 1.</source>
        <translation>降雨中形成径流的比例，0 至 1：一个数值，或与 DEM 同一格网的栅格（图层或文件）。默认 1。</translation>
    </message>
    <message>
        <source>Rate at which the ground takes water, mm/h, 0 or more: a number, or a raster on the DEM's grid. Dry ground takes at most the rain that falls on it; under standing water it takes the full rate. Default 0.</source>
        <translation>地面的下渗强度，mm/h，不小于 0：一个数值，或与 DEM 同一格网的栅格。未积水的地面最多下渗落在其上的降雨；积水之下按全部强度下渗。默认 0。</translation>
    </message>
    <message>
        <source>Optional points: inlets. Each takes water that runs past it down the slope and, once a pond covers it, from the pond. Inlets off the DEM are left out, named and counted; the log also counts those that took no water, often because the flow passes in the next cell.</source>
        <translation>可选的点：雨水口。每个雨水口收取沿坡面流经它的水；一旦被积水区淹没，则从积水区收水。DEM 范围外的雨水口不参与计算，列出名称和数量；日志还给出未收到水的雨水口数，其原因往往是水流从相邻单元经过。</translation>
    </message>
    <message>
        <source>What an inlet takes at most when clean: one number, L/s, or a field of INLETS; default 20, a grate inlet (text of a Chinese road drainage code, read in a copy). Inlets without a value in the field are taken at 20 and named.</source>
        <translation>雨水口清洁时的最大收水能力：一个数值，L/s，或 INLETS 的字段；默认 20，即平箅式雨水口（国内某道路排水规范的文本，读自副本）。字段无值的雨水口按 20 计，并列出名称。</translation>
    </message>
    <message>
        <source>Optional lines. What the inlets above a pipe take together is at most its full-flow capacity (Manning, from size, shape and the levels of its ends; a lasting shortage is shared in proportion to what each inlet would take). Pipes whose size, levels or shape are not known limit nothing and are named, as are pressure mains; those that rise are taken at a slope of 0.0005. An inlet at no pipe is limited by its own capacity only and is named.</source>
        <translation>可选的线。一条管道上游的各雨水口收水总量不超过该管道的满流能力（曼宁公式，由尺寸、断面形状和两端高程计算；持续不足时，按各雨水口本可收走的水量比例分摊）。尺寸、高程或断面形状未知的管道不起限制作用，并列出名称，压力管也是如此；上升的管道按坡度 0.0005 计算。未接管道的雨水口只受自身能力限制，并列出名称。</translation>
    </message>
    <message>
        <source>Optional: level of the receiving water, m, in the DEM's datum, one number for all or a field of OUTFALLS (an outfall without a level in it has no receiving water and is named). An inlet whose ground lies at or below it takes nothing. An outfall whose crown it covers is slowed to the square root of the head that is left, from the mean ground of its inlets.</source>
        <translation>可选：受纳水位，m，采用 DEM 的高程基准，一个适用于全部的数值，或 OUTFALLS 的一个字段（该字段无水位值的排水口视为没有受纳水体，并列出名称）。地面等于或低于该水位的雨水口不收水。管内顶被受纳水体淹没的排水口，其流量按剩余水头的平方根减小，水头从其雨水口的平均地面高程算起。</translation>
    </message>
    <message>
        <source>Optional points: pumps. Each takes its rate from the pond it stands in, and from what runs to it; it takes nothing while its ground is dry, and the log names it if that was always so. Pumps off the DEM or without a rate above 0 are left out and named.</source>
        <translation>可选的点：水泵。每台水泵按其流量从所在的积水区以及流向它的水中抽排；所在地面无水时不抽水，若始终无水，日志列出其名称。DEM 范围外或流量不大于 0 的水泵不参与计算，并列出名称。</translation>
    </message>
    <message>
        <source>Depth whose duration is wanted, m; default 0.15.</source>
        <translation>要统计历时的水深，m；默认 0.15。</translation>
    </message>
    <message>
        <source>How long to go on after the rain, min; default 360.</source>
        <translation>雨停后继续计算的时间，min；默认 360。</translation>
    </message>
    <message>
        <source>Longest time step, s, above 0; default 60. Ponds are followed exactly between the moments at which one fills, empties, or drowns an inlet; the step says how often the wet areas that infiltrate and the load of the pipes are looked at, and is the step of OUTPUT_SERIES.</source>
        <translation>最大时间步长，s，大于 0；默认 60。在积水区充满、排空或淹没雨水口的各时刻之间，积水区得到精确跟踪；步长决定每隔多久重新考察一次下渗的积水面积和管道负荷，也是 OUTPUT_SERIES 的步长。</translation>
    </message>
    <message>
        <source>Advanced. Field of PUMPS with the rate, m3/h. If empty, a usual name such as rate is taken, and the log says so.</source>
        <translation>高级参数。PUMPS 中记录流量的字段，m3/h。留空时采用 rate 等常用名称的字段，日志会予以说明。</translation>
    </message>
    <message>
        <source>Advanced. Manning's n of the pipes; default 0.013 (concrete and clay pipes 0.013 to 0.014, plastic 0.009 to 0.010, in a table read in a copy).</source>
        <translation>高级参数。管道的曼宁 n；默认 0.013（混凝土管和陶土管 0.013 至 0.014，塑料管 0.009 至 0.010，见于读自副本的一份表格）。</translation>
    </message>
    <message>
        <source>Greatest depth of standing water in the event, m, 0 = dry (GeoTIFF).</source>
        <translation>内涝过程中的最大积水深度，m，0 = 无积水（GeoTIFF）。</translation>
    </message>
    <message>
        <source>How long the depth exceeds THRESHOLD, min, 0 = never (GeoTIFF).</source>
        <translation>水深超过 THRESHOLD 的历时，min，0 = 从未超过（GeoTIFF）。</translation>
    </message>
    <message>
        <source>When the depth first exceeds THRESHOLD, min from the start of the table; no data where it never does (GeoTIFF). Made only if asked for.</source>
        <translation>水深首次超过 THRESHOLD 的时间，从表格起始算起的 min；从未超过处为无数据（GeoTIFF）。仅在要求时生成。</translation>
    </message>
    <message>
        <source>Ponds at their greatest extent, polygons. Fields: pond_id (number); level_m (greatest water level, m); depth_m (greatest depth, m); mean_m (mean depth then, m); area_m2 (m2); vol_m3 (m3); full (1 = reached its spill level, 0 = not); flows_to (pond_id that takes its spill, 0 = outside, or no spill); spill_m3 (water that left it over its saddle, m3); peak_min (when the level was greatest, min); wet_min (for how long it stood deeper than THRESHOLD where it did longest, min); drain_min (from the end of the rain until it nowhere stands deeper than THRESHOLD, min; 0 = not at the end of the rain, -1 = not within AFTER); inlet_m3 (taken from the standing water by inlets, m3); infil_m3 (by the ground below, m3); pump_m3 (by pumps, m3).</source>
        <translation>最大范围时的积水区，面。字段：pond_id（序号）；level_m（最高水位，m）；depth_m（最大水深，m）；mean_m（此时的平均水深，m）；area_m2（m2）；vol_m3（m3）；full（1 = 达到溢流高程，0 = 未达到）；flows_to（接纳其溢流的积水区的 pond_id，0 = 外部，或没有溢流）；spill_m3（越过鞍部流出的水量，m3）；peak_min（水位最高的时间，min）；wet_min（水深超过 THRESHOLD 的历时，取其中最长之处，min）；drain_min（从雨停到处处水深都不超过 THRESHOLD 的时间，min；0 = 雨停时已不超过，-1 = 在 AFTER 内未降下）；inlet_m3（雨水口从积水中收走的水量，m3）；infil_m3（下方地面下渗的水量，m3）；pump_m3（水泵抽走的水量，m3）。</translation>
    </message>
    <message>
        <source>The ledger of water, a row per step. Fields: t_min (end of the step, min); rain_m3 (rain times runoff coefficient in the step, m3); infil_m3 (infiltrated in the step, m3); inlet_m3 (taken by inlets, m3); pump_m3 (pumped, m3); out_m3 (left the DEM, m3); stored_m3 (standing at its end, m3). Made only if asked for.</source>
        <translation>水量平衡表，每步一行。字段：t_min（该步结束时间，min）；rain_m3（该步内降雨乘以径流系数，m3）；infil_m3（该步内下渗量，m3）；inlet_m3（雨水口收走的水量，m3）；pump_m3（泵排量，m3）；out_m3（流出 DEM 的水量，m3）；stored_m3（该步结束时的积水量，m3）。仅在要求时生成。</translation>
    </message>
    <message>
        <source>Ponding event</source>
        <translation>内涝过程</translation>
    </message>
    <message>
        <source>duration</source>
        <translation>历时</translation>
    </message>
    <message>
        <source>drain-down</source>
        <translation>排干时间</translation>
    </message>
    <message>
        <source>Follows ponds through a rain and its aftermath: how deep, for how long, and when they are dry again.</source>
        <translation>跟踪积水区在一场降雨期间及雨后的变化：积水多深、持续多久、何时排干。</translation>
    </message>
    <message>
        <source>The event runs over the graph of nested depressions and inlets, not over cells: ponds fill, spill, merge, drain and fall apart again. Between two events (a pond is full or empty, an inlet is drowned or bare) all flows are constant, so each pond is followed exactly, and water is conserved in every step.</source>
        <translation>内涝过程在嵌套洼地和雨水口构成的图上演算，而不是逐个栅格单元演算：积水区充满、外溢、合并、排水，又再分开。两次事件（积水区充满或排空，雨水口被淹没或露出）之间所有流量都是恒定的，因此每个积水区都得到精确跟踪，每一步水量都守恒。</translation>
    </message>
    <message>
        <source>Rain runs off by the runoff coefficient, less what the ground takes. On its way down it passes inlets, each of which takes up to its capacity; what is left comes to a pond. Ponds lose water to the inlets that they cover, to the ground below and to pumps; what pipes and the receiving water leave to the inlets is shared among them.</source>
        <translation>降雨按径流系数产流，再扣除地面下渗。径流在下流途中经过雨水口，每个雨水口最多收走其收水能力的水量；剩余的水汇入积水区。积水区的水被淹没在其中的雨水口、下方的地面和水泵带走；管道和受纳水体留给雨水口的能力由各雨水口分摊。</translation>
    </message>
    <message>
        <source>Without inlets, infiltration and pumps the last depths are those of Inundation for the same rain.</source>
        <translation>没有雨水口、下渗和水泵时，最后的水深与 inundation 在相同降雨下的结果一致。</translation>
    </message>
    <message>
        <source>Rain times runoff coefficient, m3.</source>
        <translation>降雨乘以径流系数，m3。</translation>
    </message>
    <message>
        <source>Taken by inlets, from slopes and ponds, m3.</source>
        <translation>雨水口从坡面和积水区收走的水量，m3。</translation>
    </message>
    <message>
        <source>Infiltrated, on dry ground and under water, m3.</source>
        <translation>下渗量，含未积水地面和水下，m3。</translation>
    </message>
    <message>
        <source>Taken by pumps, m3.</source>
        <translation>水泵抽走的水量，m3。</translation>
    </message>
    <message>
        <source>Left the DEM at its edge or at SINKS, m3.</source>
        <translation>在 DEM 边缘或 SINKS 处流出的水量，m3。</translation>
    </message>
    <message>
        <source>Standing when the event ends, m3.</source>
        <translation>计算结束时的积水量，m3。</translation>
    </message>
    <message>
        <source>(infiltrated + inlets + pumped + outflow + stored - rain) / rain, a fraction, signed; 0 without rain.</source>
        <translation>（下渗 + 雨水口 + 泵排 + 流出 + 积存 - 降雨）/ 降雨，为带符号的比值；没有降雨时为 0。</translation>
    </message>
    <message>
        <source>Water reaches its pond at the moment it falls: the time it takes overland and in pipes is neglected, so that ponds fill somewhat early. Pipes are full or not; water does not come back out of manholes, and inlets that lie below the receiving level take nothing but give nothing either. Depths are level within a pond; water in motion on slopes and streets is not shown.</source>
        <translation>水在落下的一刻即到达其积水区：不计坡面和管道中的流行时间，因此积水区充满的时间略微偏早。管道只有满流与否之分；水不会从检查井冒出，低于受纳水位的雨水口既不收水也不冒水。同一积水区内水面水平；不显示坡面和街道上流动的水。</translation>
    </message>
    <message>
        <source>Fill-spill-merge in time on the graph of nested depressions, after Barnes, Callaghan and Wickert (2021), doi 10.5194/esurf-9-105-2021; full pipes by Manning; head of full pipes by Darcy and Weisbach.</source>
        <translation>嵌套洼地图上随时间进行的填洼—溢流—合并，依据 Barnes, Callaghan and Wickert (2021)，doi 10.5194/esurf-9-105-2021；满流管道按曼宁公式；满流管道的水头按达西—魏斯巴赫（Darcy and Weisbach）公式。</translation>
    </message>
    <message>
        <source>hit rate</source>
        <translation>命中率</translation>
    </message>
    <message>
        <source>hotspots</source>
        <translation>易涝点</translation>
    </message>
    <message>
        <source>Lists the places where water stands deep, and compares them with recorded ones.</source>
        <translation>列出积水较深的地点，并与历史易涝积水点比对。</translation>
    </message>
    <message>
        <source>Cells deeper than MIN_DEPTH that touch, also at corners, are one wet area; each of at least MIN_AREA gets a point at its deepest cell. Rank 1 has the largest volume.</source>
        <translation>水深大于 MIN_DEPTH 且相接（包括角点相接）的栅格单元构成一个积水区；每个面积不小于 MIN_AREA 的积水区，在其最深的栅格单元处得到一个点。序号 1 的积水量最大。</translation>
    </message>
    <message>
        <source>With RECORDED, a recorded point is a hit where a wet area lies within MATCH_DISTANCE, measured to the area's nearest cell, 0 inside it, and not to its deepest cell. Else it is a miss. A wet area without any recorded point within that distance is a false alarm. One recorded point may match several areas, and an area several points.</source>
        <translation>给出 RECORDED 时，如果在 MATCH_DISTANCE 以内有积水区，该历史点即为命中；距离量到积水区最近的栅格单元（在区内为 0），而不是量到其最深的栅格单元。否则为漏报。在该距离内没有任何历史点的积水区为误报。一个历史点可以与几个积水区吻合，一个积水区也可以与几个历史点吻合。</translation>
    </message>
    <message>
        <source>A false alarm need not be an error: lists of recorded places are seldom complete, and what pipes carry off is not in a static depth.</source>
        <translation>误报不一定是错误：历史易涝积水点的清单很少是完整的，而且静态水深并未扣除管道排走的水。</translation>
    </message>
    <message>
        <source>Number of ponding points.</source>
        <translation>积水点数。</translation>
    </message>
    <message>
        <source>Recorded points that were hit.</source>
        <translation>命中的历史点数。</translation>
    </message>
    <message>
        <source>Recorded points that were missed.</source>
        <translation>漏报的历史点数。</translation>
    </message>
    <message>
        <source>Ponding points that no recorded point matches; 0 without RECORDED.</source>
        <translation>没有任何历史点与之吻合的积水点数；没有 RECORDED 时为 0。</translation>
    </message>
    <message>
        <source>Recorded points off the raster or on cells without data, and features without geometry.</source>
        <translation>位于栅格之外或无数据栅格单元上的历史点以及没有几何的要素的数目。</translation>
    </message>
    <message>
        <source>Comparing asks only whether water stands near, not whether its depth is right. The larger MATCH_DISTANCE and the wetter the map, the more hits come by chance: look at FALSE_ALARMS too.</source>
        <translation>比对只问附近是否有积水，不问水深是否正确。MATCH_DISTANCE 越大、图上积水越多，偶然的命中就越多：也要看 FALSE_ALARMS。</translation>
    </message>
    <message>
        <source>Wet areas are 8-connected patches. Hit, miss and false alarm as in the contingency table of forecast verification (Wilks 2011, Statistical Methods in the Atmospheric Sciences), with a neighbourhood of MATCH_DISTANCE.</source>
        <translation>积水区是 8 邻接的连通斑块。命中、漏报和误报同预报检验的列联表（Wilks 2011, Statistical Methods in the Atmospheric Sciences），并以 MATCH_DISTANCE 为邻域。</translation>
    </message>
    <message>
        <source>Error of the DEM, RMSE (m)</source>
        <translation>DEM 误差 RMSE（m）</translation>
    </message>
    <message>
        <source>Correlation length of the error (m)</source>
        <translation>误差的相关长度（m）</translation>
    </message>
    <message>
        <source>Number of runs</source>
        <translation>模拟次数</translation>
    </message>
    <message>
        <source>Seed</source>
        <translation>随机种子</translation>
    </message>
    <message>
        <source>Flood probability</source>
        <translation>积水概率</translation>
    </message>
    <message>
        <source>Mean depth (m)</source>
        <translation>平均水深（m）</translation>
    </message>
    <message>
        <source>Area with a probability of at least one half (m2)</source>
        <translation>积水概率不小于一半的面积（m2）</translation>
    </message>
    <message>
        <source>Root mean square error of the DEM's elevations, m, 0 or more; default 0.1. Take it from the DEM's quality report.</source>
        <translation>DEM 高程的均方根误差，m，不小于 0；默认 0.1。请取自 DEM 的质量报告。</translation>
    </message>
    <message>
        <source>Correlation length of the error, m, 0 or more; default 20.</source>
        <translation>误差的相关长度，m，不小于 0；默认 20。</translation>
    </message>
    <message>
        <source>Number of runs, 1 or more; default 100. The standard error of a probability p is sqrt(p (1 - p) / RUNS).</source>
        <translation>运行次数，不小于 1；默认 100。概率 p 的标准误差为 sqrt(p (1 - p) / RUNS)。</translation>
    </message>
    <message>
        <source>Seed of the random numbers, a whole number, 0 or more; default 1.</source>
        <translation>随机数种子，整数，不小于 0；默认 1。</translation>
    </message>
    <message>
        <source>Depth to be exceeded, m, 0 or more; default 0.15.</source>
        <translation>须超过的水深，m，不小于 0；默认 0.15。</translation>
    </message>
    <message>
        <source>Probability, 0 to 1, that the depth exceeds MIN_DEPTH (GeoTIFF).</source>
        <translation>水深超过 MIN_DEPTH 的概率，0 至 1（GeoTIFF）。</translation>
    </message>
    <message>
        <source>Mean depth over all runs, m (GeoTIFF). Made only if asked for.</source>
        <translation>所有运行的平均水深，m（GeoTIFF）。仅在要求时生成。</translation>
    </message>
    <message>
        <source>Monte Carlo</source>
        <translation>蒙特卡洛</translation>
    </message>
    <message>
        <source>uncertainty</source>
        <translation>不确定性</translation>
    </message>
    <message>
        <source>DEM error</source>
        <translation>DEM 误差</translation>
    </message>
    <message>
        <source>Estimates how probable standing water is, given the error of the DEM.</source>
        <translation>考虑 DEM 的误差，估计出现积水的概率。</translation>
    </message>
    <message>
        <source>An elevation model is never exact, and a few centimetres decide whether a street holds water. Each run adds a likely field of errors to the DEM and lets the rain fill, spill and merge; the share of runs in which the depth exceeds MIN_DEPTH is the probability.</source>
        <translation>高程模型从来不是精确的，而几厘米之差就决定一条街道是否积水。每次运行都给 DEM 加上一个可能的误差场，再让降雨填洼、溢流、合并；水深超过 MIN_DEPTH 的运行次数所占的份额就是概率。</translation>
    </message>
    <message>
        <source>The errors are normal with the standard deviation RMSE. The correlation of two errors is exp(-(distance / RANGE)^2): errors of a lidar DEM are alike over some tens of metres. With RANGE 0 they are independent from cell to cell.</source>
        <translation>误差服从正态分布，标准差为 RMSE。两处误差的相关系数为 exp(-(distance / RANGE)^2)，其中 distance 为两处的距离：激光雷达 DEM 的误差在几十米范围内相近。RANGE 为 0 时，各栅格单元的误差互相独立。</translation>
    </message>
    <message>
        <source>The same SEED gives the same result. With RMSE 0 the result is 0 or 1 and agrees with inundation.</source>
        <translation>SEED 相同，结果相同。RMSE 为 0 时，结果为 0 或 1，与 inundation 一致。</translation>
    </message>
    <message>
        <source>Area with a probability of at least one half, m2.</source>
        <translation>概率不小于二分之一的面积，m2。</translation>
    </message>
    <message>
        <source>Only the error of elevations is looked at, not that of rain, losses or drains. The defaults of RMSE and RANGE are assumptions, not taken from a standard: use those of your own survey. Two runs work at once, each with the memory of an inundation run.</source>
        <translation>只考虑高程的误差，不考虑降雨、损失量或排水设施的误差。RMSE 和 RANGE 的默认值是假定，并非取自标准：请采用您自己测量的数值。同时进行两次运行，每次所需内存与一次 inundation 运行相同。</translation>
    </message>
    <message>
        <source>Monte Carlo as in Lindsay and Creed (2005), doi 10.1002/hyp.5781, who asked it of depressions, with fill-spill-merge of a rain in every run.</source>
        <translation>蒙特卡洛方法，同 Lindsay and Creed (2005)，doi 10.1002/hyp.5781，他们用它研究洼地；这里每次运行都对一场降雨作填洼—溢流—合并（fill-spill-merge）。</translation>
    </message>
    <message>
        <source>Inundation risk map</source>
        <translation>内涝风险图</translation>
    </message>
    <message>
        <source>Risk</source>
        <translation>风险</translation>
    </message>
    <message>
        <source>risk</source>
        <translation>风险</translation>
    </message>
    <message>
        <source>hazard</source>
        <translation>危险性</translation>
    </message>
    <message>
        <source>classes</source>
        <translation>等级</translation>
    </message>
    <message>
        <source>Grades inundation into the four classes blue, yellow, orange and red.</source>
        <translation>将积水划分为蓝、黄、橙、红四级。</translation>
    </message>
    <message>
        <source>The four colours are 1 blue 低, 2 yellow 一般, 3 orange 较大, 4 red 重大. A scheme says from which depth, duration or velocity on a wet cell belongs to which; a dry cell belongs to none. A value equal to a limit belongs to the higher class, unless the scheme's source says otherwise.</source>
        <translation>四种颜色为 1 蓝 低、2 黄 一般、3 橙 较大、4 红 重大。分级方案规定有水的栅格单元从多大的水深、历时或流速起属于哪一级；无水的单元不属于任何一级。等于界限的值归入较高一级，除非方案的依据另有规定。</translation>
    </message>
    <message>
        <source>The scheme road_depth has the limits 0.15, 0.27, 0.40 and 0.60 m. They are practice, not a standard: 0.27 m is the depth at which Beijing's police close a road, taken second-hand from a newspaper; the other three are unverified. Give local limits in CLASSES where there are any.</source>
        <translation>方案 road_depth 的界限为 0.15、0.27、0.40 和 0.60 m。这些是实践值，并非标准：0.27 m 是北京交警封闭道路的水深，转引自报纸；其余三个未经核实。有当地界限时请在 CLASSES 中给出。</translation>
    </message>
    <message>
        <source>depth_duration raises these classes by one where water stands for more than 30 min and by two above 180 min; it needs DURATION. uk_hazard, hazard_h1_h6 and swiss_intensity weigh depth and velocity and need VELOCITY. None is a national standard of China, and their limits are second-hand or weak: what each consists of, its source and how sure it is stands in docs/outputs.md and in resources/presets/schemes.json.</source>
        <translation>depth_duration 在上述分级的基础上，积水超过 30 min 升一级，超过 180 min 升两级；它需要 DURATION。uk_hazard、hazard_h1_h6 和 swiss_intensity 综合水深和流速，需要 VELOCITY。它们都不是中国的国家标准，其界限为转引或依据薄弱：各方案的内容、依据和可靠程度见 docs/outputs.md 和 resources/presets/schemes.json。</translation>
    </message>
    <message>
        <source>A scheme that needs a raster is refused without it. The log, the tags of the raster and the map sheet say which rasters were used, with the scheme, its source and its reliability. The rain that DEPTH was computed for is taken over from its tags, so that mapsheet can print it.</source>
        <translation>缺少方案所需的栅格时不予接受。日志、栅格的标签和图件说明采用了哪些栅格，以及方案及其依据和可靠性。计算 DEPTH 所用的降雨量从其标签中沿用，以便 mapsheet 印出。</translation>
    </message>
    <message>
        <source>Blue area, m2.</source>
        <translation>蓝色面积，m2。</translation>
    </message>
    <message>
        <source>Yellow area, m2.</source>
        <translation>黄色面积，m2。</translation>
    </message>
    <message>
        <source>Orange area, m2.</source>
        <translation>橙色面积，m2。</translation>
    </message>
    <message>
        <source>Red area, m2.</source>
        <translation>红色面积，m2。</translation>
    </message>
    <message>
        <source>What stands in the water is not weighed, and duration and velocity only by schemes that use them. No national standard for these classes is claimed. A depth of pondingevent is the greatest, its duration is that above a threshold: the two need not come at the same time, and neither need the greatest velocity.</source>
        <translation>不考虑水中的承灾对象，历时和流速也只有用到它们的方案才考虑。不声称这些分级有国家标准依据。pondingevent 的水深为最大值，其历时为超过阈值的历时：两者未必同时出现，也未必与最大流速同时出现。</translation>
    </message>
    <message>
        <source>Class limits as given by the scheme (resources/presets/schemes.json, each with its source). Depth x velocity and the hazard rating d (v + 0.5) + DF are rounded to a millionth before they are compared. Patches are 8-connected; risk zones are 4-connected.</source>
        <translation>分级界限由方案给定（resources/presets/schemes.json，各附依据）。水深 × 流速以及危险度 d (v + 0.5) + DF 在比较前取整到百万分之一。斑块按 8 邻域连通；风险区按 4 邻域连通。</translation>
    </message>
    <message>
        <source>outline</source>
        <translation>轮廓线</translation>
    </message>
    <message>
        <source>boundary</source>
        <translation>边界</translation>
    </message>
    <message>
        <source>zoning</source>
        <translation>区划</translation>
    </message>
    <message>
        <source>smoothing</source>
        <translation>平滑</translation>
    </message>
    <message>
        <source>Draws the control line round all places of a risk class, or of a depth, and higher.</source>
        <translation>圈定某一风险等级（或水深）及以上的所有地方，绘出洪涝风险控制线。</translation>
    </message>
    <message>
        <source>All cells of CLASS or a higher class lie within the line, or with DEPTH all cells of MIN_DEPTH or more, except specks smaller than MIN_AREA. Holes of up to CLOSE_HOLES are closed first, so a speck is measured with its closed holes.</source>
        <translation>等级为 CLASS 及以上的所有栅格单元（采用 DEPTH 时为水深达到 MIN_DEPTH 及以上的所有单元）都在线内，小于 MIN_AREA 的碎斑除外。不超过 CLOSE_HOLES 的孔洞先行填补，因此碎斑的面积连同已填补的孔洞一起计算。</translation>
    </message>
    <message>
        <source>SMOOTH fills the steps of the cells: the cells are widened by this distance and narrowed by as much. The line then lies nowhere further than SMOOTH from the outline of the cells and never inside them. So no wet cell is cut off; the outer corners of the cells stay; and areas that are closer to each other than twice SMOOTH may grow together. Polygons are valid and do not overlap. With 0 the line follows the cells, and the areas are exactly those of the raster.</source>
        <translation>SMOOTH 填平栅格单元的台阶：先把这些单元向外扩展这一距离，再向内收缩同样的距离。由此控制线离单元轮廓处处不超过 SMOOTH，且决不落入单元之内。因此没有积水单元被切掉；单元的外角保留；彼此距离小于 SMOOTH 两倍的区域可能连成一片。各面均为有效几何且互不重叠。取 0 时控制线沿单元的边走，面积与栅格的面积完全一致。</translation>
    </message>
    <message>
        <source>The line is a draft for planners out of a screening: what is legally binding is for them to decide.</source>
        <translation>此线是由筛查结果得出、供规划人员使用的草案：其法定效力由规划人员决定。</translation>
    </message>
    <message>
        <source>Area of all polygons, m2.</source>
        <translation>所有面的面积，m2。</translation>
    </message>
    <message>
        <source>Length of all lines, m.</source>
        <translation>所有线的长度，m。</translation>
    </message>
    <message>
        <source>Number of polygons.</source>
        <translation>面的数量。</translation>
    </message>
    <message>
        <source>The line is as good as the raster: it is no survey, and is not fitted to plots, roads or banks. Where cells reach the raster's edge the line runs along that edge. A hole that smoothing makes smaller than CLOSE_HOLES is closed too. On rough ground with very many small patches, smoothing takes long: leave out more with MIN_AREA.</source>
        <translation>控制线的质量取决于栅格：它不是测量成果，也未与地块、道路或河岸套合。单元延伸到栅格边缘处，控制线沿该边缘走。平滑后小于 CLOSE_HOLES 的孔洞也被填补。在起伏破碎、小斑块极多的地面上，平滑耗时很长：请用 MIN_AREA 多去掉一些。</translation>
    </message>
    <message>
        <source>Patches 8-connected, holes 4-connected. Smoothing is a morphological closing (Serra 1982, Image Analysis and Mathematical Morphology) with a circle of 32 segments, united with the cells.</source>
        <translation>斑块按 8 邻域连通，孔洞按 4 邻域连通。平滑为形态学闭运算（Serra 1982，Image Analysis and Mathematical Morphology），采用 32 段的圆，并与原单元合并。</translation>
    </message>
    <message>
        <source>capacity</source>
        <translation>能力</translation>
    </message>
    <message>
        <source>drainage zones</source>
        <translation>排水分区</translation>
    </message>
    <message>
        <source>assessment</source>
        <translation>评估</translation>
    </message>
    <message>
        <source>Finds the rain that every zone copes with.</source>
        <translation>求每个分区的可应对降雨量。</translation>
    </message>
    <message>
        <source>A zone copes with a rain as long as less than WET_AREA of it is flooded. cope_mm is the greatest uniform rain of which this holds, read from the raster of raintoflood: the cells of the zone are ordered by the rain that floods them, and the one that brings the flooded area to WET_AREA sets the figure. No rain is tried out, so it is exact for this raster.</source>
        <translation>分区内被淹面积小于 WET_AREA 时，该分区即能应对这场降雨。cope_mm 是满足这一条件的最大均匀降雨量，由 raintoflood 的栅格读出：把分区内的栅格单元按致涝雨量排序，使被淹面积达到 WET_AREA 的那个单元决定该值。不逐个试算降雨，因此对该栅格而言结果是精确的。</translation>
    </message>
    <message>
        <source>What counts as flooded is set where the raster is made: MIN_DEPTH of raintoflood, for instance 0.15 m, and what its runoff coefficient and loss stand for. WET_AREA 0 asks for the rain at which the first cell floods.</source>
        <translation>怎样算被淹，由生成该栅格时的设置决定：raintoflood 的 MIN_DEPTH（例如 0.15 m），以及其径流系数和损失量所代表的内容。WET_AREA 取 0 时，求的是第一个单元被淹时的降雨量。</translation>
    </message>
    <message>
        <source>With a storm formula the return period of this rain in DURATION is worked back from it. A short duration asks more of the surface, a long one lets inlets and soil work, which the raster knows only as loss and runoff coefficient.</source>
        <translation>给出暴雨强度公式时，由公式反算该降雨量在 DURATION 内的重现期。历时短，对地面的要求更高；历时长，则雨水口和土壤得以发挥作用，而栅格只以损失量和径流系数来反映它们。</translation>
    </message>
    <message>
        <source>Number of zones with a cope_mm.</source>
        <translation>有 cope_mm 的分区数。</translation>
    </message>
    <message>
        <source>Number of zones that the greatest rain of the raster does not flood by WET_AREA.</source>
        <translation>在栅格的最大降雨量下被淹面积仍未达到 WET_AREA 的分区数。</translation>
    </message>
    <message>
        <source>Least cope_mm of all zones, mm; where none has one, the greatest rain of the raster.</source>
        <translation>所有分区中最小的 cope_mm，mm；都没有时为栅格的最大降雨量。</translation>
    </message>
    <message>
        <source>As static as raintoflood: the rain is uniform and has no time, and pipes count only as far as loss and runoff coefficient stand for them. Without a loss all rain of a catchment runs into its hollow at once, so zones with deep hollows, such as underpasses, come out with a few mm: set LOSS of raintoflood to what inlets and pipes carry off in DURATION, or read the figures against each other. The storm formula is made for about 1 to 100 years: read cope_years below 1 as several times a year, and far above 100 as more than 100. A zone that is all slope may cope with any rain while its streets carry water.</source>
        <translation>与 raintoflood 同样是静态的：降雨均匀且没有时间过程，管道只以损失量和径流系数所代表的程度计入。不设损失量时，汇水区的全部降雨立即流入其洼地，因此有深洼地（如下穿通道）的分区得出的值只有几 mm：请把 raintoflood 的 LOSS 设为雨水口和管道在 DURATION 内排走的水量，或只将各分区的数值相互比较。暴雨强度公式大致适用于 1 至 100 年：cope_years 小于 1 应理解为一年数次，远大于 100 应理解为超过 100 年。全为坡面的分区可能应对任何降雨，而其街道上仍有水流。</translation>
    </message>
    <message>
        <source>The k-th smallest value of the cells whose centres the zone covers, k being WET_AREA in cells. Return period P = 10^((q (t + b)^n / (167 A1) - 1) / C) with the intensity q of cope_mm in DURATION.</source>
        <translation>取中心被分区覆盖的各单元中第 k 小的值，k 为以单元数计的 WET_AREA。重现期 P = 10^((q (t + b)^n / (167 A1) - 1) / C)，q 为 cope_mm 在 DURATION 内的强度。</translation>
    </message>
    <message>
        <source>Further layers</source>
        <translation>其他图层</translation>
    </message>
    <message>
        <source>Title</source>
        <translation>标题</translation>
    </message>
    <message>
        <source>Scale denominator (empty: what fits)</source>
        <translation>比例尺分母（留空则取合适值）</translation>
    </message>
    <message>
        <source>Paper</source>
        <translation>纸张</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>语言</translation>
    </message>
    <message>
        <source>Map sheet</source>
        <translation>图件</translation>
    </message>
    <message>
        <source>Orientation</source>
        <translation>纸张方向</translation>
    </message>
    <message>
        <source>Layout template of your own</source>
        <translation>自己的版式模板</translation>
    </message>
    <message>
        <source>Layout template (*.qpt)</source>
        <translation>版式模板 (*.qpt)</translation>
    </message>
    <message>
        <source>Dates of the data (empty: what RISK says)</source>
        <translation>数据日期（留空：取 RISK 所载）</translation>
    </message>
    <message>
        <source>Zones, a page for each</source>
        <translation>分区（每区一页）</translation>
    </message>
    <message>
        <source>Zone id field (empty: zone_id)</source>
        <translation>分区编号字段（留空：zone_id）</translation>
    </message>
    <message>
        <source>Risk raster, the output of riskmap or assess.</source>
        <translation>风险栅格，riskmap 或 assess 的输出。</translation>
    </message>
    <message>
        <source>Optional further layers, drawn in the styles that they have in QGIS, in the order points, lines, risk, polygons, terrain. A conditioned or filled DEM styled by Rainshed becomes a light hillshade. In qgis_process give LAYERS= once for each layer; a layer of a GeoPackage is named as in LAYERS=net.gpkg|layername=pipes, in quotes.</source>
        <translation>可选的其他图层，按其在 QGIS 中的样式绘制，次序为点、线、风险、面、地形。采用 Rainshed 样式的修正后或填洼后的 DEM 绘成浅色山体阴影。在 qgis_process 中，每个图层各写一次 LAYERS=；GeoPackage 中的图层写作 LAYERS=net.gpkg|layername=pipes，并加引号。</translation>
    </message>
    <message>
        <source>Title of the sheet.</source>
        <translation>图件标题。</translation>
    </message>
    <message>
        <source>Optional scale denominator, 1 or more: 10000 for 1:10 000, kept exactly. Empty: the largest round scale that shows the whole raster.</source>
        <translation>可选，比例尺分母，不小于 1：10000 即 1:10 000，严格保持。留空：取能显示整个栅格的最大整数比例尺。</translation>
    </message>
    <message>
        <source>A4 (default) or A3.</source>
        <translation>A4（默认）或 A3。</translation>
    </message>
    <message>
        <source>en (default) or zh (中文).</source>
        <translation>en（默认，英文）或 zh（中文）。</translation>
    </message>
    <message>
        <source>Map sheet: PDF (vectors) or PNG (200 dpi), as the file's name ends. With ZONES a PDF of as many pages as zones, or the PNG of the whole area with the PNGs of the zones beside it.</source>
        <translation>图件：按文件名结尾为 PDF（矢量）或 PNG（200 dpi）。给出 ZONES 时，PDF 的页数与分区数相同；PNG 为全区图，各分区的 PNG 放在旁边。</translation>
    </message>
    <message>
        <source>auto (default: whichever shows the area larger, in an atlas most of the zones), landscape or portrait. All pages of an atlas lie or stand alike.</source>
        <translation>auto（默认：取能把范围显示得更大的方向，图集取对多数分区更大的方向）、landscape（横向）或 portrait（纵向）。图集各页方向一致。</translation>
    </message>
    <message>
        <source>Optional layout template (.qpt) of your own, in place of PAPER and ORIENTATION.</source>
        <translation>可选：自己的版式模板（.qpt），代替 PAPER 和 ORIENTATION。</translation>
    </message>
    <message>
        <source>Dates of the data, as they shall be printed, for instance "DEM 2019; network 2024-05". Empty: the date that RISK's own tags hold (TIFFTAG_DATETIME or the like), else "not recorded".</source>
        <translation>数据日期，按印出的文字填写，例如“DEM 2019；管网 2024-05”。留空：取 RISK 自身标签中的日期（TIFFTAG_DATETIME 之类），没有则为“未记录”。</translation>
    </message>
    <message>
        <source>Optional polygons, for instance the output of drainagezones: an atlas with a page for each. Those in another CRS are reprojected; features of one id share a page; zones off RISK have none.</source>
        <translation>可选的多边形，例如 drainagezones 的输出：每个分区一页的图集。坐标系（CRS）不同的会重投影；编号相同的要素同在一页；RISK 之外的分区没有页面。</translation>
    </message>
    <message>
        <source>Field with the id of the zone. Empty: zone_id; where there is none, the number of the feature.</source>
        <translation>分区编号所在字段。留空：zone_id；没有该字段时用要素序号。</translation>
    </message>
    <message>
        <source>layout</source>
        <translation>布局</translation>
    </message>
    <message>
        <source>print</source>
        <translation>打印</translation>
    </message>
    <message>
        <source>PDF</source>
        <translation>PDF 图件</translation>
    </message>
    <message>
        <source>legend</source>
        <translation>图例</translation>
    </message>
    <message>
        <source>atlas</source>
        <translation>图集</translation>
    </message>
    <message>
        <source>template</source>
        <translation>模板</translation>
    </message>
    <message>
        <source>Lays out a risk map as a finished sheet for print, or as an atlas with a page for each zone.</source>
        <translation>把风险图排成可付印的图件，或每个分区一页的图集。</translation>
    </message>
    <message>
        <source>The sheet holds the map with a coordinate grid, a legend with units, scale bar, north arrow, the scenario (rain or rains, return period, duration and storm formula), the areas of the four classes, the scheme with its limits, source and reliability, the risk matrix if there is one, the DEM's name and cell size, the CRS, the dates of the data and of the map, the software, and the words "Screening only". Risk classes are named in English and Chinese on every sheet, all else in the LANGUAGE.</source>
        <translation>图件包括：带坐标格网的地图、带单位的图例、比例尺、指北针、情景（一场或多场降雨、重现期、历时和暴雨强度公式）、四个等级的面积、分级方案及其界限、依据和可靠性、风险矩阵（如有）、DEM 名称和栅格大小、坐标系（CRS）、数据和制图日期、软件，以及“仅供筛查”字样。风险等级名称在每张图件上均为中英文，其余按 LANGUAGE。</translation>
    </message>
    <message>
        <source>What it says of scenario, scheme, matrix and DEM is read from the tags of RISK, which riskmap and assess write; what a raster does not carry is printed as "not recorded".</source>
        <translation>情景、方案、矩阵和 DEM 的说明取自 RISK 的标签，由 riskmap 和 assess 写入；栅格未载的内容印为“未记录”。</translation>
    </message>
    <message>
        <source>The sheet is made from a template: one of those in resources/layouts, or your own as TEMPLATE. To make one, open a template in QGIS (Project, Layout Manager, new from template: specific), move, resize or add what you like, and save it with Layout, Save as Template. Its items are found by their ids: map (must be there), title, subtitle, legend, scale bar, scale, north arrow, info, matrix, screening, caution, overview. An id that the template lacks is left out, and the log says so; items of other ids, such as a logo, stay as they are. Fonts, colours and sizes are those of the template; text and legend that do not fit their boxes are set smaller or in more columns, never cut off. Boxes of legend, info and matrix that lie below each other and are equally wide share their room.</source>
        <translation>图件由模板生成：resources/layouts 中的一个，或以 TEMPLATE 给出自己的。要制作模板，在 QGIS 中打开一个模板（工程，布局管理器，从模板新建：特定），移动、缩放或添加所需内容，再用“布局，另存为模板”保存。各项按其 id 识别：map（必须有）、title、subtitle、legend、scale bar、scale、north arrow、info、matrix、screening、caution、overview。模板没有的 id 略去，并在日志中说明；其他 id 的项（如徽标）保持不变。字体、颜色和大小取自模板；放不下的文字和图例会缩小或分栏，绝不截断。上下相邻且等宽的 legend、info 和 matrix 框共用空间。</translation>
    </message>
    <message>
        <source>With ZONES there is a page for each zone: its id and area in the title, the areas of the classes within it, its outline brought out, and an overview in a corner of the map where it hides nothing of the zone. A PDF holds all pages. A PNG holds the sheet of the whole area with the boundaries of the zones, and the page of each zone is a file beside it, NAME_ZONE.png, with the zone's id for ZONE.</source>
        <translation>给出 ZONES 时，每个分区一页：标题中有其编号和面积，另有区内各等级面积，突出显示其边界，并在不遮挡分区的一角放置位置示意图。PDF 含全部页面。PNG 为带分区边界的全区图，各分区页面为旁边的文件 NAME_ZONE.png，其中 ZONE 为分区编号。</translation>
    </message>
    <message>
        <source>Of a raster that other software made, only the classes 1 to 4 are understood. The date of the map is the day of printing; the tags of RISK rarely know the dates of DEM and network: give DATA_DATES. A cell counts to a zone that covers its centre, so the areas of classes are whole cells. qgis_process opens LAYERS with the style file beside them, if there is one, and knows inlets, pipes, manholes, outfalls, channels and buildings by their names in a GeoPackage; other styles it does not see: give such LAYERS from the QGIS window. A sheet with a given SCALE shows the middle of raster or zone if it is larger than the page. A scale bar grows with what it holds: its box in a template says only where it begins. Very long text in a small box becomes very small.</source>
        <translation>对其他软件生成的栅格，只识别等级 1 到 4。制图日期为出图当天；RISK 的标签很少载有 DEM 和管网的日期：请给出 DATA_DATES。栅格中心被分区覆盖即计入该分区，因此各等级面积为整栅格数。qgis_process 打开 LAYERS 时采用其旁边的样式文件（如有），并按 GeoPackage 中的图层名识别 inlets、pipes、manholes、outfalls、channels 和 buildings；其他样式它看不到：请从 QGIS 窗口给出这类 LAYERS。给定 SCALE 时，若栅格或分区大于页面，则显示其中部。比例尺随内容增大：模板中的框只决定其起点。小框中过长的文字会变得很小。</translation>
    </message>
    <message>
        <source>QGIS print layout in a project of its own; the open project is not touched.</source>
        <translation>在单独的工程中采用 QGIS 打印布局；不改动已打开的工程。</translation>
    </message>
    <message>
        <source>Elevation model: ground levels on a north-up grid in a projected CRS.</source>
        <translation>高程模型：栅格正北朝上、投影坐标系（CRS）的地面高程。</translation>
    </message>
    <message>
        <source>Optional lines: storm drains. With them zones are those of outfalls, else those of inlets.</source>
        <translation>可选的线：雨水管道。给出时分区按排水口划分，否则按雨水口划分。</translation>
    </message>
    <message>
        <source>Optional lines or polygons: open water. Lowered in the DEM; takes water.</source>
        <translation>可选的线或多边形：明渠水面。在 DEM 中下切，可受水。</translation>
    </message>
    <message>
        <source>Optional polygons: raised in the DEM, so that water runs round them.</source>
        <translation>可选的多边形：在 DEM 中抬高，水从其四周绕行。</translation>
    </message>
    <message>
        <source>Depth of the rain, mm; one value. For several run the model as a batch.</source>
        <translation>降雨量，mm；一个值。多个值请以批处理运行本模型。</translation>
    </message>
    <message>
        <source>Share of the rain that runs off, 0 to 1; default 1.</source>
        <translation>降雨中形成径流的比例，0 到 1；默认 1。</translation>
    </message>
    <message>
        <source>Taken off the rain first, mm; default 0.</source>
        <translation>先从降雨中扣除，mm；默认 0。</translation>
    </message>
    <message>
        <source>Scheme of riskmap that grades by depth alone; default road_depth.</source>
        <translation>riskmap 中只按水深分级的方案；默认 road_depth。</translation>
    </message>
    <message>
        <source>A flow path begins where this much ground drains to a cell, m2.</source>
        <translation>汇入栅格的面积达到此值处为径流路径的起点，m2。</translation>
    </message>
    <message>
        <source>Optional points: known ponding places, compared with those found.</source>
        <translation>可选的点：已知的积水点，与计算所得比对。</translation>
    </message>
    <message>
        <source>Areas inside the control line</source>
        <translation>控制线范围</translation>
    </message>
    <message>
        <source>Rainshed: inundation assessment by single tools / 内涝评估模型</source>
        <translation>Rainshed：内涝评估模型（由单个工具串成）</translation>
    </message>
    <message>
        <source>model</source>
        <translation>模型</translation>
    </message>
    <message>
        <source>chain</source>
        <translation>流程</translation>
    </message>
    <message>
        <source>The same steps as assess, each a tool of its own, to look into, to change and to extend. What assess writes too is equal to what it writes for RAIN of one value. Further steps give the rain that floods each cell, the rain that each zone copes with, ponding points and the control line. Only the DEM is needed; a layer left empty is left out.</source>
        <translation>与 assess 相同的步骤，每步为一个单独的工具，便于查看、修改和扩展。assess 也写出的成果，与它在 RAIN 为一个值时写出的相同。另有各栅格的致涝雨量、各分区可应对降雨量、积水点和控制线。只需 DEM；留空的图层不参与。</translation>
    </message>
    <message>
        <source>Chains the single tools from a DEM and the drainage layers to the risk map, with the results of assess for one rain.</source>
        <translation>由 DEM 和排水图层出发，把单个工具串联到风险图，结果与 assess 计算一场降雨时相同。</translation>
    </message>
    <message>
        <source>Conditioned DEM (m); from the step conditiondem.</source>
        <translation>修正后的 DEM（m）；来自步骤 conditiondem。</translation>
    </message>
    <message>
        <source>Rain that zones cope with; from the step copingrain.</source>
        <translation>各分区可应对降雨量；来自步骤 copingrain。</translation>
    </message>
    <message>
        <source>Depressions; from the step depressions.</source>
        <translation>洼地；来自步骤 depressions。</translation>
    </message>
    <message>
        <source>Filled DEM (m); from the step filldepressions.</source>
        <translation>填洼后的 DEM（m）；来自步骤 filldepressions。</translation>
    </message>
    <message>
        <source>Rain to flood (mm); from the step raintoflood.</source>
        <translation>致涝雨量（mm）；来自步骤 raintoflood。</translation>
    </message>
    <message>
        <source>Areas inside the control line; from the step controlline.</source>
        <translation>控制线范围；来自步骤 controlline。</translation>
    </message>
    <message>
        <source>Control line; from the step controlline.</source>
        <translation>控制线；来自步骤 controlline。</translation>
    </message>
    <message>
        <source>Overland flow paths; from the step flowpaths.</source>
        <translation>地表径流路径；来自步骤 flowpaths。</translation>
    </message>
    <message>
        <source>Ponding points; from the step pondingpoints.</source>
        <translation>积水点；来自步骤 pondingpoints。</translation>
    </message>
    <message>
        <source>Recorded points, hit or missed; from the step pondingpoints.</source>
        <translation>历史积水点（命中或漏报）；来自步骤 pondingpoints。</translation>
    </message>
    <message>
        <source>Inundation risk; from the step riskmap.</source>
        <translation>内涝风险；来自步骤 riskmap。</translation>
    </message>
    <message>
        <source>Risk zones; from the step riskmap.</source>
        <translation>灾害风险区；来自步骤 riskmap。</translation>
    </message>
    <message>
        <source>Inundation depth (m); from the step inundation.</source>
        <translation>积水深度（m）；来自步骤 inundation。</translation>
    </message>
    <message>
        <source>Drainage zones; from the step drainagezones.</source>
        <translation>排水分区；来自步骤 drainagezones。</translation>
    </message>
    <message>
        <source>Assess inundation risk…</source>
        <translation>内涝风险评估…</translation>
    </message>
    <message>
        <source>From a DEM and the drainage network to zones, risk map, map sheet and project</source>
        <translation>从 DEM 和排水管网到排水分区、风险图、图件和工程</translation>
    </message>
    <message>
        <source>Help</source>
        <translation>帮助</translation>
    </message>
    <message>
        <source>Drainage network</source>
        <translation>排水管网</translation>
    </message>
    <message>
        <source>Scenarios</source>
        <translation>各场降雨</translation>
    </message>
    <message>
        <source>Base map</source>
        <translation>底图</translation>
    </message>
    <message>
        <source>≤ 0.15 m over the ground</source>
        <translation>高出地面 ≤ 0.15 m</translation>
    </message>
    <message>
        <source>&gt; 1.0 m over the ground</source>
        <translation>高出地面 &gt; 1.0 m</translation>
    </message>
    <message>
        <source>Node</source>
        <translation>节点</translation>
    </message>
    <message>
        <source>Ground (m)</source>
        <translation>地面高程（m）</translation>
    </message>
    <message>
        <source>Receiving level (m)</source>
        <translation>受纳水位（m）</translation>
    </message>
    <message>
        <source>Water over the ground (m)</source>
        <translation>高出地面的水深（m）</translation>
    </message>
    <message>
        <source>Outfall</source>
        <translation>排水口</translation>
    </message>
    <message>
        <source>Free outfall</source>
        <translation>自由出流</translation>
    </message>
    <message>
        <source>Submerged outfall</source>
        <translation>淹没出流（顶托）</translation>
    </message>
    <message>
        <source>Water flows back</source>
        <translation>倒灌</translation>
    </message>
    <message>
        <source>Not known</source>
        <translation>未知</translation>
    </message>
    <message>
        <source>Bottom of the pipes (m)</source>
        <translation>管底高程（m）</translation>
    </message>
    <message>
        <source>Top of the pipes (m)</source>
        <translation>管顶高程（m）</translation>
    </message>
    <message>
        <source>State</source>
        <translation>状态</translation>
    </message>
    <message>
        <source>Pump rate needed (m³/s)</source>
        <translation>所需泵排流量（m³/s）</translation>
    </message>
    <message>
        <source>Zones cut off (count)</source>
        <translation>自排受阻分区数</translation>
    </message>
    <message>
        <source>Area cut off (m²)</source>
        <translation>自排受阻面积（m²）</translation>
    </message>
    <message>
        <source>Manholes flooded back (count)</source>
        <translation>倒灌检查井数</translation>
    </message>
    <message>
        <source>No bottleneck downstream</source>
        <translation>下游无卡脖子管段</translation>
    </message>
    <message>
        <source>First bottleneck loaded ≤ 1.5</source>
        <translation>首个卡脖子管段负荷 ≤ 1.5</translation>
    </message>
    <message>
        <source>Zone</source>
        <translation>分区</translation>
    </message>
    <message>
        <source>Pipe</source>
        <translation>管道</translation>
    </message>
    <message>
        <source>Area (m²)</source>
        <translation>面积（m²）</translation>
    </message>
    <message>
        <source>Own peak (L/s)</source>
        <translation>本区洪峰流量（L/s）</translation>
    </message>
    <message>
        <source>First bottleneck</source>
        <translation>首个卡脖子管段</translation>
    </message>
    <message>
        <source>Its load</source>
        <translation>其负荷</translation>
    </message>
    <message>
        <source>Its design flow (L/s)</source>
        <translation>其设计流量（L/s）</translation>
    </message>
    <message>
        <source>Its capacity (L/s)</source>
        <translation>其过流能力（L/s）</translation>
    </message>
    <message>
        <source>Way to it (m)</source>
        <translation>到该管段的距离（m）</translation>
    </message>
    <message>
        <source>Load ≤ 0.5</source>
        <translation>负荷 ≤ 0.5</translation>
    </message>
    <message>
        <source>1.0 – 1.5 overloaded</source>
        <translation>1.0 – 1.5（超负荷）</translation>
    </message>
    <message>
        <source>&gt; 1.5 overloaded</source>
        <translation>&gt; 1.5（超负荷）</translation>
    </message>
    <message>
        <source>Load not known</source>
        <translation>负荷未知</translation>
    </message>
    <message>
        <source>Area above (m²)</source>
        <translation>上游面积（m²）</translation>
    </message>
    <message>
        <source>Design flow (L/s)</source>
        <translation>设计流量（L/s）</translation>
    </message>
    <message>
        <source>Capacity when full (L/s)</source>
        <translation>满流能力（L/s）</translation>
    </message>
    <message>
        <source>Load (flow / capacity)</source>
        <translation>负荷（流量/能力）</translation>
    </message>
    <message>
        <source>Velocity when full (m/s)</source>
        <translation>满流流速（m/s）</translation>
    </message>
    <message>
        <source>Size needed (mm)</source>
        <translation>所需管径（mm）</translation>
    </message>
    <message>
        <source>Carries the flow (1 = yes)</source>
        <translation>满足过流（1 = 是）</translation>
    </message>
    <message>
        <source>Time of concentration (min)</source>
        <translation>集流时间（min）</translation>
    </message>
    <message>
        <source>Slope (m/m)</source>
        <translation>坡度（m/m）</translation>
    </message>
    <message>
        <source>Line</source>
        <translation>线</translation>
    </message>
    <message>
        <source>Encloses</source>
        <translation>圈定依据</translation>
    </message>
    <message>
        <source>Length (m)</source>
        <translation>长度（m）</translation>
    </message>
    <message>
        <source>From</source>
        <translation>来源</translation>
    </message>
    <message>
        <source>Copes with the greatest rain looked at</source>
        <translation>最大计算雨量下未积水</translation>
    </message>
    <message>
        <source>Rain not known</source>
        <translation>无法判定</translation>
    </message>
    <message>
        <source>Rain it copes with (mm)</source>
        <translation>可应对降雨量（mm）</translation>
    </message>
    <message>
        <source>Return period of it (years)</source>
        <translation>其重现期（年）</translation>
    </message>
    <message>
        <source>Why it is not known</source>
        <translation>未知的原因</translation>
    </message>
    <message>
        <source>Lowest ground (m)</source>
        <translation>最低地面高程（m）</translation>
    </message>
    <message>
        <source>Depression</source>
        <translation>洼地</translation>
    </message>
    <message>
        <source>Parent (0 = none)</source>
        <translation>上级洼地（0 = 无）</translation>
    </message>
    <message>
        <source>Nesting level (1 = innermost)</source>
        <translation>嵌套层级（1 = 最内层）</translation>
    </message>
    <message>
        <source>Spill level (m)</source>
        <translation>溢流高程（m）</translation>
    </message>
    <message>
        <source>Volume (m³)</source>
        <translation>容积（m³）</translation>
    </message>
    <message>
        <source>Catchment (m²)</source>
        <translation>汇水面积（m²）</translation>
    </message>
    <message>
        <source>Rain that fills it (mm)</source>
        <translation>填满所需雨量（mm）</translation>
    </message>
    <message>
        <source>Flows to (0 = outside)</source>
        <translation>流向（0 = 范围外）</translation>
    </message>
    <message>
        <source>≤ 0.01 m (dry)</source>
        <translation>≤ 0.01 m（无积水）</translation>
    </message>
    <message>
        <source>Leaves the DEM or a sink</source>
        <translation>流出 DEM 范围或汇点</translation>
    </message>
    <message>
        <source>E (1)</source>
        <translation>东（1）</translation>
    </message>
    <message>
        <source>SE (2)</source>
        <translation>东南（2）</translation>
    </message>
    <message>
        <source>S (4)</source>
        <translation>南（4）</translation>
    </message>
    <message>
        <source>SW (8)</source>
        <translation>西南（8）</translation>
    </message>
    <message>
        <source>W (16)</source>
        <translation>西（16）</translation>
    </message>
    <message>
        <source>NW (32)</source>
        <translation>西北（32）</translation>
    </message>
    <message>
        <source>N (64)</source>
        <translation>北（64）</translation>
    </message>
    <message>
        <source>NE (128)</source>
        <translation>东北（128）</translation>
    </message>
    <message>
        <source>Never above the threshold</source>
        <translation>未超过阈值水深</translation>
    </message>
    <message>
        <source>Drained when the rain ends</source>
        <translation>雨停时已排干</translation>
    </message>
    <message>
        <source>≤ 30 min after the rain</source>
        <translation>雨后 30 分钟内</translation>
    </message>
    <message>
        <source>30 – 60 min after the rain</source>
        <translation>雨后 30 – 60 分钟</translation>
    </message>
    <message>
        <source>1 – 2 h after the rain</source>
        <translation>雨后 1 – 2 小时</translation>
    </message>
    <message>
        <source>&gt; 2 h after the rain</source>
        <translation>雨后 2 小时以上</translation>
    </message>
    <message>
        <source>Not drained in the time looked at</source>
        <translation>计算时段内未排干</translation>
    </message>
    <message>
        <source>Pond</source>
        <translation>积水区</translation>
    </message>
    <message>
        <source>Full</source>
        <translation>已满</translation>
    </message>
    <message>
        <source>Spills to pond (0 = outside)</source>
        <translation>溢入积水区（0 = 范围外）</translation>
    </message>
    <message>
        <source>Spilled (m³)</source>
        <translation>溢出水量（m³）</translation>
    </message>
    <message>
        <source>Greatest depth at (min)</source>
        <translation>最大水深出现时间（min）</translation>
    </message>
    <message>
        <source>Above the threshold for (min)</source>
        <translation>超过阈值水深的历时（min）</translation>
    </message>
    <message>
        <source>Drained after the rain (min, -1 = not)</source>
        <translation>雨后排干时间（min，-1 = 未排干）</translation>
    </message>
    <message>
        <source>Taken by inlets (m³)</source>
        <translation>雨水口收水量（m³）</translation>
    </message>
    <message>
        <source>Infiltrated (m³)</source>
        <translation>下渗量（m³）</translation>
    </message>
    <message>
        <source>Pumped (m³)</source>
        <translation>泵排量（m³）</translation>
    </message>
    <message>
        <source>≤ 0.01 m (not raised)</source>
        <translation>≤ 0.01 m（未抬高）</translation>
    </message>
    <message>
        <source>Notice</source>
        <translation>提示</translation>
    </message>
    <message>
        <source>Warning</source>
        <translation>警告</translation>
    </message>
    <message>
        <source>Error</source>
        <translation>错误</translation>
    </message>
    <message>
        <source>Severity</source>
        <translation>严重程度</translation>
    </message>
    <message>
        <source>Code</source>
        <translation>代码</translation>
    </message>
    <message>
        <source>What was found</source>
        <translation>检查结果</translation>
    </message>
    <message>
        <source>Layer</source>
        <translation>图层</translation>
    </message>
    <message>
        <source>Feature id (-1 = none)</source>
        <translation>要素编号（-1 = 无）</translation>
    </message>
    <message>
        <source>Strahler order 1</source>
        <translation>斯特拉勒 1 级</translation>
    </message>
    <message>
        <source>Strahler order 2</source>
        <translation>斯特拉勒 2 级</translation>
    </message>
    <message>
        <source>Strahler order 3</source>
        <translation>斯特拉勒 3 级</translation>
    </message>
    <message>
        <source>Strahler order 4 and more</source>
        <translation>斯特拉勒 4 级及以上</translation>
    </message>
    <message>
        <source>Flow path</source>
        <translation>径流路径</translation>
    </message>
    <message>
        <source>Joins path (0 = none)</source>
        <translation>汇入路径（0 = 无）</translation>
    </message>
    <message>
        <source>Strahler order</source>
        <translation>斯特拉勒分级</translation>
    </message>
    <message>
        <source>Drop (m)</source>
        <translation>落差（m）</translation>
    </message>
    <message>
        <source>Mean slope (m/m)</source>
        <translation>平均坡度（m/m）</translation>
    </message>
    <message>
        <source>Upstream area at its end (m²)</source>
        <translation>终点的上游汇水面积（m²）</translation>
    </message>
    <message>
        <source>Ends at</source>
        <translation>终止于</translation>
    </message>
    <message>
        <source>Neither inlet nor pipe</source>
        <translation>距离内既无雨水口也无管道</translation>
    </message>
    <message>
        <source>No inlet within the distance</source>
        <translation>距离内无雨水口</translation>
    </message>
    <message>
        <source>No pipe within the distance</source>
        <translation>距离内无管道</translation>
    </message>
    <message>
        <source>Gap (1 = largest)</source>
        <translation>空白区（1 = 最大）</translation>
    </message>
    <message>
        <source>Lacks</source>
        <translation>缺少</translation>
    </message>
    <message>
        <source>Runs off (m³)</source>
        <translation>产流量（m³）</translation>
    </message>
    <message>
        <source>Reaches no inlet however far (m²)</source>
        <translation>无论多远都流不到雨水口的面积（m²）</translation>
    </message>
    <message>
        <source>Takes the runoff</source>
        <translation>满足收水</translation>
    </message>
    <message>
        <source>Too small: add up to 1</source>
        <translation>收水不足：增设 1 个</translation>
    </message>
    <message>
        <source>Too small: add 2 or more</source>
        <translation>收水不足：增设 2 个及以上</translation>
    </message>
    <message>
        <source>Its pipe is too small</source>
        <translation>受管道限制</translation>
    </message>
    <message>
        <source>Inlet</source>
        <translation>雨水口</translation>
    </message>
    <message>
        <source>Runoff (L/s)</source>
        <translation>径流量（L/s）</translation>
    </message>
    <message>
        <source>Taken at most, clogged (L/s)</source>
        <translation>计入堵塞的最大收水量（L/s）</translation>
    </message>
    <message>
        <source>Left to it by its pipe (L/s)</source>
        <translation>所接管道的剩余能力（L/s）</translation>
    </message>
    <message>
        <source>Limited by</source>
        <translation>受限于</translation>
    </message>
    <message>
        <source>Not taken (L/s)</source>
        <translation>未收入（L/s）</translation>
    </message>
    <message>
        <source>≤ 1000 m² of high ground</source>
        <translation>高区汇水 ≤ 1000 m²</translation>
    </message>
    <message>
        <source>1000 m² – 1 ha of high ground</source>
        <translation>高区汇水 1000 m² – 1 ha</translation>
    </message>
    <message>
        <source>1 – 10 ha of high ground</source>
        <translation>高区汇水 1 – 10 ha</translation>
    </message>
    <message>
        <source>&gt; 10 ha of high ground</source>
        <translation>高区汇水 &gt; 10 ha</translation>
    </message>
    <message>
        <source>Comes from zone</source>
        <translation>来自分区</translation>
    </message>
    <message>
        <source>Enters zone</source>
        <translation>进入分区</translation>
    </message>
    <message>
        <source>High ground whose water crosses (m²)</source>
        <translation>越线汇入的高区面积（m²）</translation>
    </message>
    <message>
        <source>Flow (L/s)</source>
        <translation>流量（L/s）</translation>
    </message>
    <message>
        <source> m a.s.l.</source>
        <translation> m（海拔）</translation>
    </message>
    <message>
        <source>Ponding point, rank</source>
        <translation>模拟积水点（序号）</translation>
    </message>
    <message>
        <source>Ponding point with a record, rank</source>
        <translation>与记录吻合的模拟积水点（序号）</translation>
    </message>
    <message>
        <source>Rank by volume</source>
        <translation>按积水量的排名</translation>
    </message>
    <message>
        <source>Recorded points within the distance</source>
        <translation>距离内的历史积水点</translation>
    </message>
    <message>
        <source>Distance to the nearest of them (m)</source>
        <translation>到最近历史积水点的距离（m）</translation>
    </message>
    <message>
        <source>Recorded point, hit</source>
        <translation>历史积水点：命中</translation>
    </message>
    <message>
        <source>Recorded point, missed</source>
        <translation>历史积水点：漏报</translation>
    </message>
    <message>
        <source>Recorded point, not compared</source>
        <translation>历史积水点：未比对</translation>
    </message>
    <message>
        <source>Hit (1 = yes, 0 = missed)</source>
        <translation>命中（1 = 是，0 = 漏报）</translation>
    </message>
    <message>
        <source>Distance to the nearest predicted water (m)</source>
        <translation>到最近模拟积水的距离（m）</translation>
    </message>
    <message>
        <source>None 无</source>
        <translation>无</translation>
    </message>
    <message>
        <source>Blue 低 low</source>
        <translation>蓝 低 Blue low</translation>
    </message>
    <message>
        <source>Yellow 一般 moderate</source>
        <translation>黄 一般 Yellow moderate</translation>
    </message>
    <message>
        <source>Orange 较大 considerable</source>
        <translation>橙 较大 Orange considerable</translation>
    </message>
    <message>
        <source>Red 重大 major</source>
        <translation>红 重大 Red major</translation>
    </message>
    <message>
        <source>Risk class (1 to 4)</source>
        <translation>风险等级（1 至 4）</translation>
    </message>
    <message>
        <source>Falls or slope not known, one colour a system</source>
        <translation>顺坡或坡度不明（每系统一色）</translation>
    </message>
    <message>
        <source>Pressure main</source>
        <translation>压力管</translation>
    </message>
    <message>
        <source>Rises along the flow</source>
        <translation>逆坡</translation>
    </message>
    <message>
        <source>From node</source>
        <translation>起点节点</translation>
    </message>
    <message>
        <source>To node</source>
        <translation>终点节点</translation>
    </message>
    <message>
        <source>Slope, negative where it rises (m/m)</source>
        <translation>坡度，逆坡为负（m/m）</translation>
    </message>
    <message>
        <source>System (0 = none)</source>
        <translation>系统（0 = 无）</translation>
    </message>
    <message>
        <source>Pressure main (1 = yes)</source>
        <translation>压力管（1 = 是）</translation>
    </message>
    <message>
        <source>Reaches the end at once</source>
        <translation>一降雨即到达终点</translation>
    </message>
    <message>
        <source>From a rain of up to 30 mm</source>
        <translation>降雨不超过 30 mm 时到达</translation>
    </message>
    <message>
        <source>Point</source>
        <translation>点</translation>
    </message>
    <message>
        <source>Depressions crossed</source>
        <translation>经过的洼地数</translation>
    </message>
    <message>
        <source>Rain at which water reaches the end (mm)</source>
        <translation>水流到达终点所需的雨量（mm）</translation>
    </message>
    <message>
        <source>Moved by (m)</source>
        <translation>移动距离（m）</translation>
    </message>
    <message>
        <source>Storage of its depressions (m³)</source>
        <translation>区内洼地容积（m³）</translation>
    </message>
    <message>
        <source>Drained, one colour a zone</source>
        <translation>有排水出路（每区一色）</translation>
    </message>
    <message>
        <source>Not drained: stays in a depression</source>
        <translation>无排水出路：滞留洼地</translation>
    </message>
    <message>
        <source>Not drained: leaves the DEM</source>
        <translation>无排水出路：流出 DEM 范围</translation>
    </message>
    <message>
        <source>Outlet</source>
        <translation>出口</translation>
    </message>
    <message>
        <source>Outlet type</source>
        <translation>出口类型</translation>
    </message>
    <message>
        <source>Zone one level up</source>
        <translation>上一级分区</translation>
    </message>
    <message>
        <source>Mean ground (m)</source>
        <translation>平均地面高程（m）</translation>
    </message>
    <message>
        <source>Drains by</source>
        <translation>排水方式</translation>
    </message>
    <message>
        <source>Head over receiving level (m)</source>
        <translation>高出受纳水位（m）</translation>
    </message>
    <message>
        <source>Inlets (count)</source>
        <translation>雨水口数</translation>
    </message>
    <message>
        <source>Received by</source>
        <translation>受纳出口</translation>
    </message>
    <message>
        <source>Other outfalls, along side branches</source>
        <translation>沿支管可到的其他排水口</translation>
    </message>
    <message>
        <source>none</source>
        <translation>无</translation>
    </message>
</context>
</TS>
