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
        <source>Channels</source>
        <translation>河道沟渠</translation>
    </message>
    <message>
        <source>Buildings</source>
        <translation>建筑物</translation>
    </message>
    <message>
        <source>Rain (mm; several separated by commas)</source>
        <translation>降雨量（mm；多个以逗号分隔）</translation>
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
        <source>Risk scheme</source>
        <translation>风险分级方案</translation>
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
        <source>Conditioned DEM (m)</source>
        <translation>修正后 DEM（m）</translation>
    </message>
    <message>
        <source>Filled DEM (m)</source>
        <translation>填洼后 DEM（m）</translation>
    </message>
    <message>
        <source>Overland flow paths</source>
        <translation>地表径流路径</translation>
    </message>
    <message>
        <source>Drainage zones</source>
        <translation>排水分区</translation>
    </message>
    <message>
        <source>Depressions</source>
        <translation>洼地</translation>
    </message>
    <message>
        <source>Inundation depth (m) for the last rain</source>
        <translation>最后一个降雨量的积水深度（m）</translation>
    </message>
    <message>
        <source>Inundation risk for the last rain</source>
        <translation>最后一个降雨量的内涝风险</translation>
    </message>
    <message>
        <source>Risk zones for the last rain</source>
        <translation>最后一个降雨量的灾害风险区</translation>
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
        <source>Area that reaches no inlet, outfall or channel (m2)</source>
        <translation>流不到任何雨水口、排水口或河道沟渠的面积（m2）</translation>
    </message>
    <message>
        <source>Rain that runs off, last rain (m3)</source>
        <translation>产流量，最后一个降雨量（m3）</translation>
    </message>
    <message>
        <source>Standing water, last rain (m3)</source>
        <translation>积水量，最后一个降雨量（m3）</translation>
    </message>
    <message>
        <source>Water that left, last rain (m3)</source>
        <translation>流出水量，最后一个降雨量（m3）</translation>
    </message>
    <message>
        <source>Largest balance error of all rains (fraction of the rain)</source>
        <translation>各降雨量中最大的水量平衡误差（占降雨的比例）</translation>
    </message>
    <message>
        <source>Blue area, last rain (m2)</source>
        <translation>蓝色区面积，最后一个降雨量（m2）</translation>
    </message>
    <message>
        <source>Yellow area, last rain (m2)</source>
        <translation>黄色区面积，最后一个降雨量（m2）</translation>
    </message>
    <message>
        <source>Orange area, last rain (m2)</source>
        <translation>橙色区面积，最后一个降雨量（m2）</translation>
    </message>
    <message>
        <source>Red area, last rain (m2)</source>
        <translation>红色区面积，最后一个降雨量（m2）</translation>
    </message>
    <message>
        <source>Elevation model: ground levels on a north-up grid in a projected CRS. Elevations in metres; feet are converted where the CRS or the band says so. A DEM in degrees, a rotated one and a south-up one are refused.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Band of the DEM that holds the elevations; default 1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Optional points: inlets (gullies) where water enters the pipes. They end the zones; the standing water is computed as if they were not there.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Optional lines: storm drains.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Optional points: manholes, the nodes between pipes.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Optional points: where pipes end and water leaves the network.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Optional lines or polygons: open channels, rivers and ponds that take water. Every cell that they touch is lowered by 1 m, and ground that drains to one is its zone.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Optional polygons: every cell whose centre they cover is raised by 5 m, so that water runs round them.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Depth of rain in mm, 0 or more; several separated by commas, such as 20,50,100. The last one is mapped.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Share of the rain left after LOSS that runs off, 0 to 1; default 1 (everything runs off).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Depth in mm, 0 or more, taken off each rain first: wetting, infiltration, or what the pipes carry away; default 0. Runoff = RUNOFF_COEFFICIENT x max(RAIN - LOSS, 0).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Scheme of the risk classes. road_depth: blue from 0.15 m, yellow from 0.27 m, orange from 0.40 m, red from 0.60 m of water. These limits are practice, not a standard.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Upstream area in m2, 0 or more, from which water counts as a flow path; default 10000 (1 ha).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Title of the map sheet and of the project.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Conditioned DEM, m (GeoTIFF); everything below is computed on it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Conditioned DEM with every depression raised to its spill level, m (GeoTIFF).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Overland flow paths, lines drawn downstream. Fields: path_id (number); flows_to (path_id of the next path, 0 = water leaves); strahler (Strahler order, 1 = no tributary); length_m (m); drop_m (fall on the filled DEM, m); slope (drop_m / length_m, m/m); up_m2 (upstream area at its last own cell, m2); end_type (junction = joins another path; edge = leaves at the DEM's edge or beside cells without data).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Drainage zones, polygons that tile the DEM without gap or overlap. Fields: zone_id (number); outlet_id (id of the inlet, node, outfall or channel, empty for the edge); outlet_t (inlet, node, outfall, channel, edge); parent (zone_id one level up, 0 at the level of outfalls); area_m2 (m2); slope (mean slope of the conditioned DEM, raised buildings included, m/m); low_z (lowest elevation of the conditioned DEM, m); mean_z (mean elevation of the conditioned DEM, m); drain_mode (empty here); head_m (empty here); inlets (number of inlets that drain to it); receiver (id of the outfall or channel that gets the water, edge where it leaves the DEM, empty where the pipes lead to no outfall); also (ids of other outfalls that its inlets reach along side branches, empty if none).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Outermost depressions deeper than 0.05 m, polygons at their spill level. Fields: dep_id (number); parent (0 here); level (1 = no other inside it); pit_z (elevation of its lowest point, m); spill_z (spill level, m); depth_m (spill_z - pit_z, m); area_m2 (area below the spill level, m2); vol_m3 (volume below the spill level, m3); catch_m2 (ground that drains to it, m2); rain_mm (uniform runoff at which it is full, inflow from spilling neighbours counted, mm); flows_to (dep_id of the next listed depression on the way of its spill, 0 = outside).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Depth of standing water after the last rain, m, 0 where dry (GeoTIFF).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Risk class after the last rain (GeoTIFF): 0 none, 1 blue 低, 2 yellow 一般, 3 orange 较大, 4 red 重大, 255 no data. Patches below 25 m2 are left out.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Risk zones 灾害风险区 after the last rain, a polygon for each patch of one class. Fields: risk (1 to 4); risk_name (colour and grade); area_m2 (m2); max_depth (greatest depth, m).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Map sheet, A4, as PDF or PNG by the file's ending; the other of the two is written beside it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>QGIS project (.qgz) with all results and the given layers, styled, and the map sheet as a layout. It names the files by relative paths: keep them together.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Figures of the run as JSON: DEM, depressions, flow paths, zones, inlets by outfall, and volumes, balance and areas for every rain, with all findings about the data.</source>
        <translation type="unfinished"></translation>
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
        <source>Makes an inundation risk map of a town from its DEM and its drainage layers, in one run.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The run conditions the DEM, finds its depressions, traces the overland flow paths, delineates the drainage zones, lets each rain fill, spill and merge, grades the depth into four colours, and writes a map sheet, a QGIS project that opens with every layer styled, and a summary.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Conditioning: holes without data of up to 25 cells are closed by interpolation, buildings are raised by 5 m and channels are lowered by 1 m. Larger holes stay open; water leaves there.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Zones: with PIPES there is a zone for each outfall, the inlets being led to it along the pipes; without PIPES there is a zone for each inlet. The fields of the network layers are found by their usual names, and the log says which were taken; the snapping distance is 5 m. To name fields or to choose another level, run drainagezones.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Layers that are left out are simply not used: a DEM alone is enough. A layer without features counts as not given.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>With several rains, every rain is computed and listed in the summary; depth, risk, risk zones and map show the last one.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Parameters</source>
        <translation>参数</translation>
    </message>
    <message>
        <source>Volume of all depressions of the conditioned DEM, m3.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Number of outermost depressions deeper than 0.05 m.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Number of drainage zones.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Area whose water reaches no inlet, node, outfall or channel, m2.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Water that runs off in the last rain, m3.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Water that stays standing after the last rain, m3.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Water that leaves the DEM in the last rain, m3.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>(standing + left - run off) / run off of the rain where it is largest; a fraction, signed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Blue area after the last rain, m2.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Yellow area after the last rain, m2.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Orange area after the last rain, m2.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Red area after the last rain, m2.</source>
        <translation type="unfinished"></translation>
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
        <source>Screening only. Water is placed where it comes to rest: there is no time, no velocity, no infiltration beyond LOSS, and no pipe or inlet carries water away in the inundation. Where inlets and pipes work, the depths are too large, above all for a small rain; take what the network carries off as LOSS. A courtyard that raised buildings close in holds all the rain that falls into it. Run the tools one by one where the defaults do not fit. In qgis_process only the outputs that are named are made. In the window the run keeps the main thread, since the map sheet belongs there; the bar and Cancel work.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Method</source>
        <translation>方法</translation>
    </message>
    <message>
        <source>Depressions: basin graph after Cordonnier, Bovy and Braun (2019), doi 10.5194/esurf-7-549-2019, and depression hierarchy after Barnes, Callaghan and Wickert (2020), doi 10.5194/esurf-8-431-2020. Inundation: fill-spill-merge after Barnes, Callaghan and Wickert (2021), doi 10.5194/esurf-9-105-2021. Flow: D8, O'Callaghan and Mark (1984), doi 10.1016/S0734-189X(84)80011-0.</source>
        <translation type="unfinished"></translation>
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
        <source>Report</source>
        <translation>检查报告</translation>
    </message>
    <message>
        <source>HTML (*.html)</source>
        <translation>HTML (*.html)</translation>
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
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Optional points: inlets (gullies).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Optional lines or polygons: open water.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Optional polygons: buildings.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Findings 数据检查结果. Points. Fields: severity (error, warning or notice); code (see docs/findings.md); message (what was found, a sentence); layer (the layer at fault: DEM, inlets, pipes, manholes, outfalls, channels or buildings); fid (feature id in that layer, -1 = the layer as a whole, or a cell of the DEM). A finding without a place has no geometry.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The findings as a page (HTML): counts, what to do about each code, and the list.</source>
        <translation type="unfinished"></translation>
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
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Run it first: what it finds would spoil the results of the other algorithms, or stop them. Nothing that is wrong with the data stops it. A DEM in degrees or one that cannot be used, features without geometry, text in number fields, ids that point nowhere: each is a finding, and the rest is checked.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The DEM is searched for holes without data, spikes, steps at the seams of tiles, heights in whole metres and cells too coarse for streets; the layers for broken features, and for places and levels that do not fit the DEM; the network by all rules of networkcheck, with the fields of usual names (docs/fields.md) and a snapping distance of 5 m.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>An error makes results wrong at that place. A warning may be right but should be looked at. A notice is worth knowing. docs/findings.md lists every code with its limits and what to do about it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Number of findings of severity error.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Number of findings of severity warning.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It finds what contradicts itself or a rule, not what is plausible and wrong. Spikes are single cells; seams are straight along rows or columns and cross at least a quarter of the DEM. The catchment of an inlet is seen only where cells are smaller than 5 m2. Heights in whole feet are not recognised as rounded.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Rules of the project, with the limits listed in docs/findings.md. Catchments of inlets are those of drainagezones; the pipe graph is described in docs/method.md.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Raise buildings by (m)</source>
        <translation>建筑物抬高（m）</translation>
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
        <source>Optional polygons: buildings. A cell is raised if its centre is covered.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>By how much buildings are raised, m, 0 or more; default 5. Enough to turn water away; it need not be the true height.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Optional lines or polygons: channels, ditches, rivers. Every cell that they touch is lowered.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>By how much channels are lowered, m, 0 or more; default 1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Optional lines: culverts, underpasses, gaps under bridges, drawn from end to end. The cells along the line are cut down to a level that falls evenly from its higher to its lower end; cells that are lower already stay. Let both ends lie on the open ground or bed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Optional lines or polygons: walls, kerbs, dykes. Every cell that they touch is raised, and one more where two of these meet only at a corner, so that no water slips through.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>By how much barriers are raised, m, 0 or more; default 0.5.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>If yes, cells without data that data surround are interpolated by inverse distance from the cells around, however large the gap; gaps that reach the raster's edge stay. Default no, and water leaves at a gap.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Conditioned DEM, m (GeoTIFF, float32, nodata -9999).</source>
        <translation type="unfinished"></translation>
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
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A bare-earth DEM shows neither the houses that water runs round nor the culverts that it runs through. This tool adds them before depressions and flow are looked for.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The order is fixed: gaps are closed, buildings are raised, barriers are raised, channels are lowered, and culverts are cut last, so that a culvert passes under what was raised. The log gives the number of cells changed in each step.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What is raised or lowered is changed by a fixed amount, not set to a level: where two features of one layer overlap, a cell changes once; where a building and a barrier overlap, it is raised by both.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A building with a closed courtyard makes a depression of the courtyard. Culverts do not fall by a slope of their own: if both ends lie at one level, the cut is level. CLOSE_GAPS also bridges lakes: leave it off where a gap is water that takes water.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Buildings as blocks and channels as trenches, as usual in surface water mapping; on burning features in: Lindsay (2016), doi 10.1002/esp.3888. Gaps: inverse distance by GDAL's FillNodata.</source>
        <translation type="unfinished"></translation>
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
        <source>Sinks (points, lines or polygons where water leaves)</source>
        <translation>汇点（水流离开之处，点、线或面）</translation>
    </message>
    <message>
        <source>Depth of fill (m)</source>
        <translation>填洼深度（m）</translation>
    </message>
    <message>
        <source>No water leaves at the DEM's edge</source>
        <translation>DEM 边缘不出流</translation>
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
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Least slope for fill_slope, degrees, 0 to 45; default 0.01 (1.7 mm in 10 m). Used by fill_slope only.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Greatest length of a breach, m, measured along the ditch from the pit to the lower cell that it reaches; default 100. At 0 nothing is breached. Used by breach and breach_fill only.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Greatest depth of a breach, m: no cell is lowered by more; default 5. At 0 nothing is breached. Used by breach and breach_fill only.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Optional points, lines or polygons where water leaves the surface, without any limit of capacity. Every cell that a feature touches is a sink.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Filled or breached DEM, m (GeoTIFF, float32, nodata -9999).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Depth of fill, m: OUTPUT minus DEM where OUTPUT is the higher one, else 0 (GeoTIFF). Made only if asked for.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Advanced. If yes, no water leaves at the DEM's edge or beside cells without data, and such cells are treated like any other. Default no. A part of the DEM that then has no way out is raised to the level at which its depressions drain to its lowest point.</source>
        <translation type="unfinished"></translation>
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
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>fill gives the exact result: every cell has the lowest level to which water must rise there before it can leave, and no cell is raised more than that. Filled depressions are level. A DEM without depressions comes back unchanged.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>fill_slope gives the lowest surface from which every cell has a way out that falls by at least MIN_SLOPE. It raises more than fill does; use it for tools that cannot handle level ground. The tools of Rainshed need neither.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>breach cuts a ditch from every pit to lower ground or to where water leaves, where it costs least, as a culvert or a gap would let the water through an embankment. It raises nothing. Pits without such a way within MAX_BREACH_LENGTH and MAX_BREACH_DEPTH stay as they are. breach_fill then fills these exactly, so that no depression remains.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Water leaves at the DEM's edge and beside cells without data, unless CLOSED_EDGE is set, and at SINKS.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Volume of the fill, m3: between OUTPUT and the DEM where OUTPUT is the higher one.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Greatest depth of fill, m.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Number of cells that were raised.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Volume of the cut, m3: between the DEM and OUTPUT where OUTPUT is the lower one. 0 for fill and fill_slope, as are the four below.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Greatest depth of the cut, m.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Number of cells that were lowered.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Number of pits that drain after breaching; a pit that another pit's ditch drains counts too.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Number of pits that could not be breached within the limits; breach keeps them, breach_fill fills them.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A breach is where the DEM makes it cheapest, not where a culvert is known to be: known ones are better cut by conditiondem. Cells on the DEM's edge, beside cells without data and at SINKS may be lowered too, to the bottom of the ditch that leaves there. Of two ways to a cell the search follows the cheaper one, so a pit may be left although a dearer way is within MAX_BREACH_LENGTH. OUTPUT is float32, which resolves 0.03 mm at 500 m above the sea: with small cells do not set MIN_SLOPE lower than the default (0.17 mm a metre). Fill depth is storage, not flooding: for the water of a given rain use inundation.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>fill: spill levels from the minimum spanning tree of the basin graph, Cordonnier, Bovy and Braun (2019), doi 10.5194/esurf-7-549-2019. fill_slope: Wang and Liu (2006), doi 10.1080/13658810500433453, as priority-flood, Barnes, Lehman and Mulla (2014), doi 10.1016/j.cageo.2013.04.024. breach: least-cost search after Lindsay and Dhun (2015), doi 10.1080/13658816.2014.975715; breach_fill as the combination of both in Lindsay (2016), doi 10.1002/hyp.10648.</source>
        <translation type="unfinished"></translation>
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
        <source>Pour points</source>
        <translation>溢出点</translation>
    </message>
    <message>
        <source>Storage curves</source>
        <translation>库容曲线</translation>
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
        <source>Keep depressions deeper than this, m, 0 or more; default 0.05. Shallower ones are within the noise of a lidar DEM.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Keep depressions whose area at the spill level is greater than this, m2, 0 or more; default 0.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Keep depressions that hold more than this, m3, 0 or more; default 0.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>outer (default): only the outermost depressions. all: the nested ones too.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Depressions, polygons at their spill level. Fields: dep_id (number); parent (dep_id of the smallest listed depression around it, 0 = none); level (1 = no other inside; counted before the filters); pit_z (elevation of its lowest point, m); spill_z (spill level, m); depth_m (spill_z - pit_z, m); area_m2 (area below the spill level, m2); vol_m3 (volume below the spill level, m3); catch_m2 (ground that drains to it, itself counted, without what spills in from neighbours, m2); rain_mm (uniform runoff at which it is full, inflow from spilling neighbours counted, mm; empty = never); flows_to (dep_id of the next listed depression on the way of its spill, 0 = outside).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Points where the listed depressions spill, on the higher cell of the saddle. Fields: dep_id (number of the depression); flows_to (dep_id that takes the spill, 0 = outside); spill_z (spill level, m). Made only if asked for.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Table of storage against level, 21 rows for each listed depression, in even steps from its pit to its spill level. Fields: dep_id (number of the depression); z (water level, m); depth_m (above the pit, m); area_m2 (wet area, m2); vol_m3 (volume, m3). Made only if asked for.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Advanced. If yes, no water leaves at the DEM's edge or beside cells without data, and such cells are treated like any other. Default no. A depression that then has no way out has no spill level and is not listed.</source>
        <translation type="unfinished"></translation>
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
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A depression is ground from which water cannot run off before it has risen to the spill level. Small depressions lie inside larger ones: when two neighbours are full they merge and rise as one.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>LEVELS outer lists the depressions that stand apart when all are full; two that meet only at the level at which both spill are listed as two. LEVELS all lists those inside them too, and parent says in which each lies.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The filters keep what is strictly greater than the value given; with 0 every depression is kept. Numbers follow the pits in reading order, row by row from the north-west.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Number of depressions listed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Volume of those listed that lie in no other listed one, m3.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Whether a hollow is real is for the map reader to say: bridges, culverts and walls that the DEM shows wrongly make or hide depressions; see conditiondem. rain_mm is runoff: divide by the runoff coefficient and add the losses for the rain itself.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Basin graph after Cordonnier, Bovy and Braun (2019), doi 10.5194/esurf-7-549-2019; depression hierarchy after Barnes, Callaghan and Wickert (2020), doi 10.5194/esurf-8-431-2020. rain_mm: exact sequence of filling events.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>City with a known storm formula, instead of A1, C, B and N</source>
        <translation>已知暴雨强度公式的城市（代替 A1、C、B 和 N）</translation>
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
        <source>Where the peak lies, as a share of the duration (empty = the city's, else 0.4)</source>
        <translation>雨峰系数（峰值位置占历时的比例；留空则取该城市的值，否则 0.4）</translation>
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
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A1 of the storm formula of the place, q = 167 A1 (1 + C lg P) / (t + b)^n in L/s per ha, t in min. Where A = 167 A1 is published, give A / 167. No default: take the formula that the place has published.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>C of the storm formula.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>b of the storm formula, min.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>n of the storm formula.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Return period P of the storm, years. Refused outside the range that the source of CITY states. Left empty, it is that of DEPTH.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Duration of the storm, min, 1 to 10080; default 120. Beyond the durations that the source of CITY states the log warns.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Step of the table, min, 0.05 or more; default 5. A last step may be shorter.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Where the peak lies, as a share of the duration, 0 to 1. Left empty, it is that of CITY where one is known, else 0.4.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>chicago: the pattern of Keifer and Chu. block: the mean intensity throughout. Default chicago.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Optional depth, mm: RETURN_PERIOD_A is then the return period at which so much falls in DURATION.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Design storm 设计暴雨. Table. Fields: t_min (start of the step, min from the start of the rain); rain_mm (rain of the step, mm); rate_mmh (its intensity, mm/h). The last row, of 0 mm, is where the rain ends.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A page (HTML) that needs no network: intensity of every step as bars, the rain fallen until then as a line, and the formula with its source.</source>
        <translation type="unfinished"></translation>
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
        <source>return period</source>
        <translation>重现期</translation>
    </message>
    <message>
        <source>IDF</source>
        <translation>强度—历时—频率曲线</translation>
    </message>
    <message>
        <source>Makes a design storm of a city's storm formula, in steps of time, and finds the return period of a depth.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The storm formula 暴雨强度公式 q = 167 A1 (1 + C lg P) / (t + b)^n gives the intensity (L/s per ha) of a rain of t minutes that is reached once in P years. The parameters are those of CITY, or your own. Some cities publish them for single return periods, and by intervals for those between: CITY then takes what is published for P. No city is taken as default.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The shape chicago puts the depths of all durations into one storm: its heaviest part of any length has the depth that the formula gives for that length, in shares of PEAK_RATIO before the peak and the rest after it. The shape block is even rain. Both sum to the formula's depth whatever the step.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The table is what pondingevent and swmmexport take as HYETOGRAPH. Its last row of 0 mm is where the rain ends. With DEPTH the run answers the other way round: once in how many years so much falls in DURATION. Without RETURN_PERIOD the storm is that of the depth.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Depth of the storm, mm: that of the formula.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Greatest intensity of a step, mm/h. The shorter the step, the greater.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Return period of DEPTH, years; without DEPTH that of the storm.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A formula holds for the place, the return periods and the durations that it was fitted to; a Chicago storm asks it for durations below a minute as well. The pattern has the worst of all durations at once, which no real storm has. Where the parameters change between intervals, the depth may jump: several return periods then have one depth, the listed or the least is given and the log names the others. Nothing is reduced for large areas.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Depth (mm) = q t / 167, as the explanation of Shenzhen's formulas of 2024 has it; its 352 printed depths are met to 0.001 mm. With L/s per ha as an exact unit depths would be 0.2 % greater. Chicago pattern: Keifer and Chu 1957, by differences of the depth fallen; see "Design storms" in docs/method.md.</source>
        <translation type="unfinished"></translation>
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
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Optional raster on the DEM's grid (same size, origin, cell and CRS); each cell's area is multiplied by its value. With runoff in mm, OUTPUT divided by 1000 is m3. Cells without data count as 0.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Area upstream of each cell, its own counted, m2 (times the weight), GeoTIFF.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Direction that the accumulation used (GeoTIFF, Byte): E 1, SE 2, S 4, SW 8, W 16, NW 32, N 64, NE 128; 0 = water leaves here; 255 = no data. Made only if asked for, and with d8 only: the other methods have no single direction.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Advanced. If yes, no water leaves at the DEM's edge or beside cells without data, and such cells are treated like any other. Default no. A part of the DEM that then has no way out drains to its lowest point.</source>
        <translation type="unfinished"></translation>
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
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>With d8, water runs from each cell to the steepest of its eight neighbours. Depressions need not be filled first: flow is led through them, from the pit back up to the spill point on the lowest way out and over it. On all other ground the direction is that of the DEM itself. There are no loops, and every cell drains outside.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>dinf and mfd let water spread: dinf over one or two cells that bound the steepest direction, mfd over all lower neighbours. Depressions and flats are filled first with a fall of 0.0000001 m/m towards their outlets. On cells that are not square the shares are set so that water goes down the slope as nearly as on square ones.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Of equally steep neighbours the first in the order E, SE, S, SW, W, NW, N, NE is taken. Flats drain towards their outlet and away from higher ground.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sum of OUTPUT over all cells where water leaves, m2: equals the area with data (times the weights).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>d8 draws parallel lines on even slopes and does not spread water over open ground. OUTPUT is float32, exact to about 7 digits. dinf sends somewhat too much water straight and along the diagonals (by about 12 % on a cone), mfd spreads it wide.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>D8: O'Callaghan and Mark (1984), doi 10.1016/S0734-189X(84)80011-0. Flats: Garbrecht and Martz (1997), doi 10.1016/S0022-1694(96)03138-1, and Barnes, Lehman and Mulla (2014), doi 10.1016/j.cageo.2013.01.009. Through depressions: Cordonnier, Bovy and Braun (2019), doi 10.5194/esurf-7-549-2019. D-infinity: Tarboton (1997), doi 10.1029/96WR03137. Multiple flow directions: Freeman (1991), doi 10.1016/0098-3004(91)90048-I.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Least upstream area (m2)</source>
        <translation>最小上游汇水面积（m2）</translation>
    </message>
    <message>
        <source>Number of flow paths</source>
        <translation>径流路径数</translation>
    </message>
    <message>
        <source>Upstream area from which water counts as a path, m2, 0 or more; default 10000 (1 ha). Smaller values give more and longer paths.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Flow paths, lines through cell centres. Fields: path_id (number); flows_to (path_id of the next path, 0 = water leaves); strahler (Strahler order, 1 = no tributary); length_m (m); drop_m (fall on the filled DEM, m); slope (drop_m / length_m, m/m); up_m2 (upstream area at its last own cell, m2); end_type (junction = joins another path; edge = leaves at the DEM's edge or beside cells without data, or ends at the lowest point of ground closed by CLOSED_EDGE; sink = ends at SINKS).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Advanced. If yes, no water leaves at the DEM's edge or beside cells without data, and such cells are treated like any other. Default no.</source>
        <translation type="unfinished"></translation>
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
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cells through which the water of at least THRESHOLD drains are joined to lines, from where a path begins or two meet to the next meeting point or to where water leaves. Each line is drawn downstream and ends on the first point of the line that follows.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Flow is D8 and is led through depressions over their spill points, as in flowaccumulation; the DEM need not be filled.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Number of flow paths.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Lines follow cells, so their length is up to 8 % above that of a smooth line. In a depression the line shows the way of the spill, not the way water runs while it fills. Pipes are not considered.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>D8: O'Callaghan and Mark (1984), doi 10.1016/S0734-189X(84)80011-0. Through depressions: Cordonnier, Bovy and Braun (2019), doi 10.5194/esurf-7-549-2019. Order: Strahler (1957), doi 10.1029/TR038i006p00913.</source>
        <translation type="unfinished"></translation>
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
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A line for each point, from the centre of its cell through cell centres. A point in a cell where water leaves gets a feature without a line, of length 0. Fields: point_id (field point_id or id of the point, else its feature id); length_m (m); drop_m (fall on the filled DEM, m); ponds (depressions crossed, those that stand apart when all are full); rain_mm (uniform rain at which water from the point first reaches the end, mm, 0 if it meets no depression); end_type (edge = leaves at the DEM's edge or beside cells without data; sink = ends at SINKS).</source>
        <translation type="unfinished"></translation>
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
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>From each point a line is drawn down the way of the water to where it leaves: at the DEM's edge, beside cells without data, or at SINKS. Flow is D8 and is led through depressions over their spill points, as in flowaccumulation and flowpaths; the DEM need not be filled.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A depression on the way lets water through only when it is full. rain_mm is the uniform rain (all of it running off) at which the last of them has filled, the spill of full neighbours counted: with less rain, water from the point stays on the way; with more, it reaches the end. Of depressions inside each other the outermost decides.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Number of lines.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Lines follow cells, so their length is up to 8 % above that of a smooth line. In a depression the line shows the way of the spill. There is no time: how long the water takes is not said. With a runoff coefficient C and a loss L, the rain is L + rain_mm / C. Pipes are not considered.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>D8: O'Callaghan and Mark (1984), doi 10.1016/S0734-189X(84)80011-0. Through depressions: Cordonnier, Bovy and Braun (2019), doi 10.5194/esurf-7-549-2019. Filling of nested depressions followed event by event; the outcome is that of Barnes, Callaghan and Wickert (2021), doi 10.5194/esurf-9-105-2021.</source>
        <translation type="unfinished"></translation>
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
        <source>Number of areas</source>
        <translation>汇水区数</translation>
    </message>
    <message>
        <source>Greatest distance from the point to the centre of the cell that it is moved to, m, 0 or more; default 0: the cell that the point lies in. A few cells are enough.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Multi-polygons along cell borders. Fields: point_id (field point_id or id of the point, else its feature id); area_m2 (m2); snap_m (distance from the point to the centre of the cell that it was moved to, m, 0 if it stayed in its cell); slope (mean slope of the ground, m/m); storage_m3 (what the outermost depressions whose lowest point lies in the area hold, m3).</source>
        <translation type="unfinished"></translation>
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
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Each polygon is the whole area upstream of its point: polygons of points above each other overlap. Flow is D8 and is led through depressions over their spill points, as in flowaccumulation; area_m2 equals the accumulation in the cell.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A point beside a stream drains almost nothing. With SNAP_DISTANCE it is moved to the cell of the greatest accumulation within that distance; of equal ones, to the nearest.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Number of areas.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The area is that of the surface: pipes and inlets are not considered; for those see drainagezones. In a depression all ground drains to the spill point by way of the lowest point, as if it were full.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>D8: O'Callaghan and Mark (1984), doi 10.1016/S0734-189X(84)80011-0. Through depressions: Cordonnier, Bovy and Braun (2019), doi 10.5194/esurf-7-549-2019. All areas come from one pass over the raster.</source>
        <translation type="unfinished"></translation>
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
        <source>Number of zones</source>
        <translation>分区数</translation>
    </message>
    <message>
        <source>Area of all zones (m2)</source>
        <translation>全部分区面积（m2）</translation>
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
        <source>Optional points: manholes, the nodes between pipes. Without them nodes are made where pipe ends meet.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Optional points: where pipes end and water leaves the network. They also take the water that reaches them over the ground.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Optional lines or polygons: open water that takes water. Every cell that they touch belongs to them; a zone for each value of channel_id, id, name or 编号, whichever field comes first in the layer, else for each feature.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>inlet (default), node or outfall.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Greatest distance at which pipe ends are joined to nodes and inlets to pipes, m, 0 or more; default 5.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A zone smaller than this joins the one that it drains to, m2, 0 or more; default 0 (none does). At level outfall, or where it has no zone one level up, a small zone is given up and its ground runs on; below, it joins the next zone downhill within its parent, else the largest there, so that the levels keep fitting into each other.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Optional level of the receiving water: a number in m, the same for all, or the name of a field of OUTFALLS (an outfall without a level in it has no receiving water and is named). Fills drain_mode and head_m, and is needed for OUTPUT_INTERCEPTION.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Advanced. Field of PIPES with the pipe's id. Left empty, a field of a usual name is taken if there is one.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Advanced. Field of PIPES with the id of the node where the pipe begins. Left empty, a field of a usual name is taken if there is one.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Advanced. Field of PIPES with the id of the node where the pipe ends. Left empty, a field of a usual name is taken if there is one.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Advanced. Field of PIPES with the level of the pipe's bottom where it begins, m. Left empty, a field of a usual name is taken if there is one.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Advanced. Field of PIPES with the level of the pipe's bottom where it ends, m. Left empty, a field of a usual name is taken if there is one.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Advanced. Field of PIPES with the pipe's height or diameter, m; values above 20 are taken as mm. Left empty, a field of a usual name is taken if there is one.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Advanced. Field of PIPES with the shape of the pipe's section. Left empty, a field of a usual name is taken if there is one.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Advanced. Field of MANHOLES and OUTFALLS with the node's id. Left empty, a field of a usual name is taken if there is one.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Advanced. Field of INLETS with the id of the pipe that the inlet drains to. Left empty, a field of a usual name is taken if there is one.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Drainage zones 排水分区, polygons. Fields: zone_id (number, in reading order of the outlets, the same in every run with the same layers); outlet_id (id of the inlet, node, outfall or channel, empty for the edge); outlet_t (inlet, node, outfall, channel, depression, edge); parent (zone_id of the zone one level up, in a run at that level; 0 at level outfall); area_m2 (m2); slope (mean slope of the DEM, m/m); low_z (lowest elevation, m); mean_z (mean elevation, m); drain_mode (gravity = low_z lies above RECEIVING_LEVEL; low = not; empty without a level); head_m (low_z - RECEIVING_LEVEL, m); inlets (number of inlets that drain to it); receiver (id of the outfall, channel or depression that gets the water, edge where it leaves the DEM, empty where the pipes lead to no outfall); also (ids of other outfalls that its inlets reach along side branches, empty if none).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>zone_id of every cell (GeoTIFF, Int32, 0 = no data). Made only if asked for.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Advanced. Optional volume in m3, 0 or more: a depression that holds at least this and in which nothing takes water keeps its water and is a zone of type depression. Empty: such depressions spill on, and their ground belongs to the zone that the spill reaches.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Optional intensity of the rain for the flow at the interception line, mm/h, 0 or more. Take one that lasts as long as the water needs to get there; designs come with a return period. Empty: lines have areas but no flow.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Share of the rain that runs off high ground, 0 to 1; default 1. Flow = RUNOFF_COEFFICIENT x RAIN_RATE x area.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Interception line 截流线, lines along the sides of cells, one for each connected stretch between the same two zones. Needs RECEIVING_LEVEL; made only if asked for. Fields: line_id (number, in reading order); from_zone (zone_id of the high ground); to_zone (zone_id of the low ground); length_m (length, m); area_m2 (high ground whose water first enters low ground there, m2); flow_lps (flow at RAIN_RATE, L/s; empty without it); level_m (receiving level of the low ground, m).</source>
        <translation type="unfinished"></translation>
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
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Water runs over the ground by D8, through depressions over their spill points, until it meets an inlet, an outfall or a channel, or leaves at the DEM's edge. Inlets, outfalls and channels take all the water that reaches them, without limit of capacity. The zones tile the DEM's cells with data: no gap, no overlap.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>LEVEL inlet: a zone for each inlet. LEVEL node: inlets are joined at the node where their pipe begins. LEVEL outfall: inlets are joined at the outfall that their water reaches along the pipes. Where a step fails, an inlet stays what it is one level below; the log counts the inlets of each outfall and those that reach none. Outfalls and channels that water reaches over the ground have zones at every level. All ground that reaches none of these is one zone of type edge. The zones of each level are put together to those of the next, which parent names. receiver says where the water of a zone goes in the end, at every level; also names other outfalls that it can reach along side branches, and the log counts them.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>An inlet drains to the pipe that its field names, else to the nearest pipe within SNAP_DISTANCE. A pipe runs from its FROM node to its TO node if fields give them, else from its higher to its lower end if both levels are known, else as it is drawn. Where several pipes leave a node, the main branch is followed: the one that starts lowest, then the larger, then the one of the smaller id.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Two inlets in one cell: the first has the zone, and the log names the other. Inlets and outfalls off the DEM are left out, with a warning. docs/fields.md lists the usual names of fields.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>RECEIVING_LEVEL parts high ground, which can drain by gravity, from low ground, which lies at or below the level (高水高排、低水低排). OUTPUT_INTERCEPTION is the line where the runoff of high ground enters low ground (截流线): there a drain along the slope could catch it and lead it off by gravity. Water runs past inlets here, as in a rain that is more than they can carry; outfalls and channels take it. Water counts where it first enters low ground, so that the lines add up to the high ground whose runoff reaches low ground.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Number of zones.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Area of all zones, m2: equals the area with data.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Area of the zones of types edge and depression, m2: water that reaches no inlet, node, outfall or channel.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>High ground whose runoff enters low ground, m2: the sum of area_m2 of the lines. 0 without RECEIVING_LEVEL.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Its flow at RAIN_RATE, L/s. 0 without RAIN_RATE.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Zones say where water goes, not whether inlets and pipes can take it. Kerbs that the DEM does not show cannot guide water; see BARRIERS of conditiondem. UNDRAINED_M2 counts an inlet as drained even if its pipes lead to no outfall: look for zones of type inlet or node at level outfall. With a field as RECEIVING_LEVEL only zones that reach an outfall have a drain_mode. The interception line follows the sides of cells, so it is up to 41 % longer than a straight drain. Its flow is that of the rational method, without travel time or losses of head: use it for small areas and to compare places. Water that inlets on high ground would take is counted.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>D8: O'Callaghan and Mark (1984), doi 10.1016/S0734-189X(84)80011-0. Through depressions: Cordonnier, Bovy and Braun (2019), doi 10.5194/esurf-7-549-2019. Flow at the interception line: rational method, Q = C i A. The rules of the pipe graph are described in docs/method.md.</source>
        <translation type="unfinished"></translation>
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
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Optional elevation model: ground levels on a north-up grid in a projected CRS. With it, inlets, tops of nodes and cover are checked against the ground.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Findings 管网检查结果. Points. Fields: severity (error, warning or notice); code (see docs/findings.md); message (what was found, a sentence); layer (the layer at fault: DEM, inlets, pipes, manholes, outfalls, channels or buildings); fid (feature id in that layer, -1 = the layer as a whole, or a cell of the DEM). A finding without a place has no geometry.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The pipes, each drawn along the flow. Fields: pipe_id (id of the pipe); from_node (id of the node where water enters); to_node (id of the node where it leaves); slope (fall along the flow over the length, m/m, negative where it rises, empty where a level is missing); system (number of the connected system, 0 = joined to nothing); pressure (1 = a pressure main by its shape or type, 0 = not said).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Optional level of the receiving water: a number in m, the same for all, or the name of a field of OUTFALLS. Outfalls below it are findings.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Advanced. Field of PIPES that says what the pipe is: storm, foul or combined (also 雨水, 污水, 合流 and the codes YS, WS, HS), or a pressure main or a virtual link. Left empty, a field of a usual name is taken if there is one.</source>
        <translation type="unfinished"></translation>
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
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pipes, nodes and inlets are joined as in drainagezones, and every rule that a network should keep is tried. Nothing that is wrong with the data stops it: broken features are findings, and the rest is worked.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ends of pipes take their own levels, else the invert of the node there. The ground is the node's own top level, else the DEM. A pipe that rises is a pressure main if its shape or type says so (force main, pump, 压力), and then only a notice. If neither says anything and it ends above its own top, it is a warning, as it may be one. Else it is an error. Virtual links of models have no levels and sizes to check.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A system is a set of pipes that hang together. Two systems are joined where one such set has several outfalls: told at the first node whose branches lead to different ones. The numbers count the findings of each code; docs/findings.md says what to do about each.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Number of findings null_geometry: feature without a usable geometry.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Number of findings wrong_geometry: geometry of another kind than the layer.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Number of findings one_vertex: pipe of one vertex.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Number of findings zero_length: pipe without length.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Number of findings not_reprojected: feature that cannot be reprojected.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Number of findings not_a_number: text in a number field.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Number of findings no_level: number that is no level.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Number of findings no_size: pipe of size zero or less.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Number of findings multipart: feature of several parts.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Number of findings duplicate_pipe: pipe id used more than once.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Number of findings duplicate_node: node id used more than once.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Number of findings coincident_nodes: two nodes in one place.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Number of findings unknown_node: pipe names a node that is not there.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Number of findings unknown_pipe: inlet names a pipe that is not there.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Number of findings end_without_node: pipe end on no node.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Number of findings unresolved_end: pipe end that cannot be placed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Number of findings orphan_inlet: inlet on no pipe.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Number of findings cycle: water can run in a circle.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Number of findings self_loop: pipe that begins and ends at one node.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Number of findings dead_end: pipes end where there is no outfall.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Number of findings leaves_outfall: pipe that leaves an outfall.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Number of findings outfall_joined: outfall and last node taken as one.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Number of findings outfall_without_pipe: outfall that no pipe reaches.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Number of findings drawn_backwards: pipe drawn against its fields.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Number of findings branching_node: node with several outgoing pipes.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Number of findings joined_systems: two systems joined.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Number of findings adverse_slope: pipe that rises along the flow.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Number of findings rises_above_top: pipe that ends above its own top.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Number of findings pressure_main: pressure main that rises.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Number of findings no_invert: pipe without level.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Number of findings invert_above_ground: pipe or node bottom above the ground.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Number of findings low_cover: cover under 0.3 m.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Number of findings smaller_pipe: pipe smaller than the one above it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Number of findings storm_into_foul: storm pipe into foul pipe.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Number of findings foul_into_storm: foul pipe into storm pipe.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Number of findings outfall_below_water: outfall below the receiving water.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Number of findings inlet_off_dem: inlet off the DEM.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Number of findings off_dem: feature off the DEM.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Number of findings inlet_level: inlet level off the DEM by more than 0.3 m.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Number of findings rim_level: top of a node off the DEM by more than 0.3 m.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Number of findings inlet_ridge: inlet on a ridge or roof.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Number of findings other_crs: layer in another coordinate system.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Number of findings no_crs: layer or DEM without coordinate system.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Number of findings empty_layer: layer without features.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It finds what contradicts itself or a rule, not what is plausible and wrong. The catchment of an inlet is seen only where cells of the DEM are smaller than 5 m2. Cover is checked at the ends of pipes, not between them, and not at outfalls.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Rules of the project, with the limits listed in docs/findings.md. The pipe graph is described in docs/method.md.</source>
        <translation type="unfinished"></translation>
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
        <source>Rain (mm)</source>
        <translation>降雨量（mm）</translation>
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
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Optional lines: storm drains and combined sewers. Every line counts: leave out foul sewers by a filter of the layer.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Optional polygons: built-up land, such as blocks or districts. A cell belongs to it if its centre does. Without it, or if the layer is empty, all cells with data count as built up.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Greatest way of the water to an inlet, and greatest distance to a pipe, m, above 0; default 100, about the length of a street block. The default is our own choice and from no standard: enter what applies to your town.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Optional lines or polygons: open water that takes water. Every cell that they touch belongs to them.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Rain, mm, 0 or more; default 50, as in inundation. Only for RUNOFF_M3 and runoff_m3.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Share of the rain beyond LOSS that runs off, 0 to 1; default 1 (all of it, the careful side).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Rain that is lost before any runs off, mm, 0 or more; default 0.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Gaps smaller than this are left out, m2, 0 or more; default 100 (our own choice: less than a house and its yard).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Greatest distance by which an inlet is moved to the greatest flow, from the point to the centre of a cell, m, 0 or more; default 5 (our own choice, as in drainagezones for pipe ends).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Gaps of the network 管网空白区, polygons. Fields: gap_id (number, 1 = the largest); reason (no_inlet, no_pipe, both); area_m2 (m2); runoff_m3 (water that runs off it in the given rain, m3); never_m2 (the part of it whose water reaches no inlet or channel however far it runs, m2; 0 without INLETS).</source>
        <translation type="unfinished"></translation>
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
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Two things are asked of every built-up cell. Does its water reach an inlet within DISTANCE? The way is that of the water over the ground, by D8 and through depressions over their spill points, measured between the centres of the cells. And does the cell lie within DISTANCE of a pipe? That is the straight distance from the cell's centre to the line, also to a pipe beyond the DEM's edge.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A cell that fails is part of a gap, and reason says why: no_inlet = no inlet takes its water within DISTANCE, though a pipe is near; no_pipe = no pipe is near, though an inlet takes its water; both. Gaps of reason both are the empty quarters of the network; in those of no_inlet, inlets may do; at those of no_pipe, look first whether a pipe is missing in the data. Cells of one reason that touch, also at corners, are one gap. Without INLETS only pipes are looked at, without PIPES only inlets.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Water that runs into one of CHANNELS within DISTANCE is drained: its cell is no part of a gap, with or without a pipe. An inlet or channel takes all water that reaches it, without limit of capacity.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>An inlet often lies a cell beside the line along which D8 leads the water, and would take little. So each inlet is first moved to the cell of the greatest flow within SNAP_DISTANCE that is no channel; the log says how many were. With SNAP_DISTANCE 0 inlets stay in their cells, and the ground that reaches them is that of drainagezones.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Number of gaps.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Area of all gaps, m2.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Water that runs off all gaps, m3: AREA_M2 x RUNOFF_COEFFICIENT x (RAIN - LOSS).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Built-up land looked at, m2: the cells with data whose centre lies in BUILTUP.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A screening by distance: whether inlets and pipes can take the water is not looked at (networkcheck and pondingevent do), nor whether a pipe leads anywhere. D8 on a DEM without kerbs and gutters leads much water past inlets: no_inlet then covers more than it should, even where inlets stand along every street, so trust both first. Roofs and yards that drain by pipes of their own are not known. Water that leaves the DEM at its edge or beside a hole reaches no inlet, so use a DEM that goes beyond the town. DISTANCE should be several cells long. The distance to a pipe comes out short by up to 0.03 %.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>D8: O'Callaghan and Mark (1984), doi 10.1016/S0734-189X(84)80011-0. Through depressions: Cordonnier, Bovy and Braun (2019), doi 10.5194/esurf-7-549-2019. Distance to pipes: buffers by GEOS with 32 corners a quarter circle. Runoff = RUNOFF_COEFFICIENT x max(RAIN - LOSS, 0).</source>
        <translation type="unfinished"></translation>
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
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Polygons: zones as drainagezones writes them at LEVEL inlet or node, with the fields outlet_id, outlet_t and area_m2 (else the geometry's area). Zones at level inlet need INLETS too. Zones of an outfall drain to no pipe: zones made at LEVEL outfall are refused.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Points: inlets, with the pipe that they drain to. Without ZONES their areas are those of AREA_FIELD, or of the zones that are delineated on DEM.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>n of the storm formula, above 0.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Return period P of the storm, years, above 0.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A constant intensity instead of the formula, above 0, in INTENSITY_UNIT.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>lps_ha (default: L/s per ha) or mm_h (mm/h; 36 mm/h are 100 L/s per ha).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A table instead of the formula: t_min (duration, min, ascending) and intensity (L/s per ha) or rate_mmh (mm/h), from an intensity-duration curve. Between the rows by a straight line; beyond them as at the first and the last.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Share of the rain that runs off at the peak, 0 to 1: a number for all, or a field of ZONES (of INLETS with AREA_FIELD); default 1. Zones without a value in the field are taken at 1 and named.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Time that water needs over the ground to the inlet, min; default 10, the middle of the usual 5 (dense, steep) to 15 (flat, open) of Chinese practice.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Manning's n of the pipes; default 0.013 (concrete and clay pipes 0.013 to 0.014, plastic 0.009 to 0.010, in a table read in a copy).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Optional points: where the pipes end.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Optional elevation model on which the zones of INLETS are delineated, as drainagezones does, if neither ZONES nor AREA_FIELD is given. On a north-up grid in a projected CRS; elevations in metres, feet are converted where the CRS or the band says so. Without it the layers are worked in the CRS of PIPES, which must not be in degrees.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Advanced. Field of INLETS with the area that drains to each, m2, taken if ZONES is not given.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What to do with pipes that gather more than 2 km2: refuse (default: refuse the run and name them) or skip (leave them without a flow).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Advanced. Greatest distance at which pipe ends are joined to nodes and inlets to pipes, m, 0 or more; default 5.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Id of a city or district whose formula is known, instead of A1, C, B and N; see designstorm for the list and for which are UNVERIFIED 未核实. No default.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pipes, lines drawn downstream. Fields: pipe_id (id); area_m2 (area above, its own zones counted, m2); q_lps (design flow, L/s; empty where the method does not hold); cap_lps (full-flow capacity, L/s; empty where size or levels are not known, and for pressure mains); load (q_lps / cap_lps); v_full (velocity when full, m/s); dn_need (size needed, mm; empty without flow or slope, or above DN 3000); ok (1 = load up to 1, 0 = overloaded, empty = not known); t_min (time of concentration where it begins, min); slope (as taken, m/m).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The zones that drain to inlets, nodes and outfalls, polygons; areas of AREA_FIELD are circles about their inlets. Fields: zone_id (id); pipe_id (pipe where its water enters; empty where it enters none, as at an outfall); area_m2 (m2); q_lps (its own peak at the inlet time, L/s); neck_id (first overloaded pipe on the way down; empty = none); neck_load (its load); neck_q (its design flow, L/s); neck_cap (its capacity, L/s); neck_m (way along the pipes to where it begins, m).</source>
        <translation type="unfinished"></translation>
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
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Design flow by the rational method: Q = coefficient x intensity x area. Areas add up along the main branches. The intensity is that of the storm at t = t1 + t2: the inlet time and the time of flow in the pipes above at their full-flow velocity. Where branches meet, the longest time counts; a pipe carries at least what the largest pipe above it does.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What a pipe carries when full is worked by Manning's equation for circular, rectangular and egg-shaped sections, at the slope between its ends. load is design flow over capacity; above 1 the pipe is overloaded. dn_need is the smallest usual size of a circular pipe that would carry the flow at this slope.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>OUTPUT_ZONES names for every zone the first overloaded pipe that its water meets on its way down.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The rational method holds for areas of up to 2 km2 (text that matches GB 50318-2017 5.2.6, read in a copy). A run with a pipe that gathers more is refused, naming it; with LARGE_AREAS skip such pipes are left without a flow.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pipes whose load is known.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pipes with a load above 1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Area that drains into the pipes, m2.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Area of the zones with a bottleneck downstream, m2.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Each pipe is looked at by itself: backwater, surcharge and water that a bottleneck above holds back are not counted, so pipes below a bottleneck are judged at the flow that would come without it. Side branches carry only what enters them. Pipes that are level or rise are taken at a slope of 0.0005. For larger areas use a hydrodynamic model.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Rational method (Kuichling 1889) in the form of Chinese practice, Q = psi q F; full flow by Manning (1891). Storm formula: units and form read in several places, with 167 as official tables use it. The sizes are a list of our own of usual concrete pipes: 300 to 1200 by steps of 100, 1350, 1500, 1650, 1800 and 2000 to 3000 by steps of 200 mm.</source>
        <translation type="unfinished"></translation>
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
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Polygons: zones as drainagezones writes them at LEVEL inlet or node, with the fields outlet_id, outlet_t, area_m2 (else the geometry's area) and slope. Each is a subcatchment. Zones at level inlet need INLETS too. Zones of an outfall load no pipe and are left out.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A constant intensity instead of the formula, above 0, in INTENSITY_UNIT; it rains so for DURATION.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Share of the rain that runs off, 0 to 1, which becomes the imperviousness: a number for all, or a field of ZONES (of INLETS with AREA_FIELD); default 1. Zones without a value in the field are taken at 1 and named.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A table of rain instead of a design storm, as pondingevent takes it: t_min (start of a step, min) and rain_mm (rain in it, mm). A last row of 0 mm marks the end. Steps of whole seconds.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Duration of the design storm, min, 1 to 10080; default 120.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Step of the design storm, min; default 5. Whole seconds.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>chicago (default: peaked; the heaviest part of any length has the depth of the storm of that length) or block (even).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Where the peak of chicago lies, as a share of DURATION, 0 to 1; default 0.4, of the 0.3 to 0.4 of most Chinese cities, read in a vendor's manual.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How long the model goes on after the rain, min, 0 to 10080; default 120.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Optional points: manholes, the junctions, with ground and bottom levels. Without them junctions are made where pipe ends meet.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Outfalls written; one that several pipes reach counts for each, since the engine lets an outfall have one link.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Level of the receiving water, m: one for all, or a field of OUTFALLS. Outfalls with one are FIXED, those without FREE.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Optional elevation model: for the ground over manholes without a level of their own, and for delineating the zones of INLETS, as drainagezones does, if neither ZONES nor AREA_FIELD is given. On a north-up grid in a projected CRS; elevations in metres, feet are converted where the CRS or the band says so. Without it the layers are worked in the CRS of PIPES, which must not be in degrees.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Advanced. Longest flow over the ground of a zone, m, 1 or more; default 150 (own choice: by then it has met a gutter). The width of a subcatchment is its area over its length of flow.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The model, a text file (.inp) in ASCII. Lengths and levels in m (LINK_OFFSETS ELEVATION), areas in ha, flows in L/s, rain in mm/h; coordinates in the CRS of the DEM, else of PIPES.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Export to SWMM</source>
        <translation>导出 SWMM 模型</translation>
    </message>
    <message>
        <source>EPA SWMM</source>
        <translation>暴雨洪水管理模型</translation>
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
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The same layers as those of pipecapacity become a hydrodynamic model: zones become subcatchments, manholes junctions, outfalls outfalls, pipes conduits, rising pressure mains pumps. The rain is a design storm (chicago or block) or a table. The engine routes it by the dynamic wave, so that backwater, surcharge, circles of pipes and flow in both directions count, which pipecapacity leaves out.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What the layers do not say is taken at defaults. The log names each with the elements concerned, and so do comments at the head of the file. They are choices of our own: change what you know better, here or in SWMM.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Names are kept where SWMM can read them: ASCII letters, digits and _ . # / + - up to 31 characters, each once whatever its case. Others are changed (common Chinese characters to pinyin, the rest to their codes); the log and the file say which became which. Subcatchments are called S and the id of the zone.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>To make the file is all that this algorithm does. Run it in EPA SWMM 5.1.013 or later, or with pyswmm or swmm-toolkit in Python.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Points: where the pipes end. The engine does not run without one that a pipe reaches.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Subcatchments written.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Junctions written.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Conduits written.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pumps written.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Depth of the rain, mm.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A zone enters the network at its node whatever its inlets take. Water above the ground is lost, and does not come back: for ponds on the ground use pondingevent. No infiltration besides the runoff coefficient, no dry-weather flow, no weirs, orifices, storage or controls; virtual links stand for what structures they bridge. Check such places before trusting the figures there.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The section "SWMM models" of docs/method.md says how each section is filled. Chicago pattern: Keifer and Chu 1957. SWMM: Rossman, United States Environmental Protection Agency. The exported sample town and a real town run with continuity errors below 1 %.</source>
        <translation type="unfinished"></translation>
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
        <source>Clogging factor (share of the capacity that is left)</source>
        <translation>堵塞系数（有效收水比例）</translation>
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
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Optional elevation model on which the zones of INLETS are delineated, as drainagezones does, if neither ZONES nor AREA_FIELD is given. On a north-up grid in a projected CRS; elevations in metres, feet are converted where the CRS or the band says so. Without it the layers are worked in the CRS of INLETS, which must not be in degrees.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Optional polygons: zones as drainagezones writes them at LEVEL inlet, with the fields outlet_id, outlet_t and area_m2 (else the geometry's area). Zones of nodes count for the pipes only; zones made at LEVEL node or outfall are refused.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What an inlet takes when clean: one number, L/s, or a field of INLETS. Empty: by its type, 20 for a grate (平箅式) and 30 for a combined inlet (联合式; text of a Chinese road drainage code, read in a copy). Inlets without a value in the field are taken at 20 and named.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Advanced. Field of INLETS with the type: words with grate, gully or 平箅, combined or 联合; others are taken as grates and named. Left empty, a field of a usual name such as type is taken if there is one.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Share of the capacity that is left when leaves and litter lie on the grate, 0 to 1; default 0.6 (the same text gives 0.5 to 0.7).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Optional lines: storm drains. Without them only the inlets limit.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Inlets, points. Fields: inlet_id (id); area_m2 (area of its zones, m2); q_lps (runoff, L/s); cap_lps (what it takes, clogging counted, L/s); pipe_lps (what its pipe leaves to it, L/s; empty where not known); limit (inlet, pipe or none); add_n (inlets to add; empty where no number would do, since one takes nothing); short_lps (runoff that is not taken, L/s); pipe_id (its pipe).</source>
        <translation type="unfinished"></translation>
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
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The runoff of an inlet is that of its own zone by the rational method, Q = coefficient x intensity x area, with the intensity of the storm at the inlet time.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>An inlet takes its capacity when clean, times CLOGGING: of INLET_CAPACITY, or by its type. Its pipe leaves to it the pipe's full-flow capacity (Manning), shared among all that drain through the pipe in proportion to their runoff, upstream inlets counted and worked as in pipecapacity.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>limit says which of the two falls short of the runoff: inlet or pipe, the smaller one where both do. add_n is how many inlets of the same kind must be added for the whole runoff to be taken, or for as much as the pipe leaves: beyond that more inlets would only move the shortage into the pipe.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Inlets that are too small.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Inlets whose pipe is too small.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Inlets to add, in all.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Runoff that is not taken, L/s.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What runs past an inlet is not added to the next one downhill, and of the pipes only the inlet's own is looked at; for bottlenecks farther down see pipecapacity. The capacity of a grate on a slope is less than its nominal one. The rational method holds for up to 2 km2: inlets with more are refused, pipes with more limit nothing.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Rational method (Kuichling 1889) and Manning (1891), as in pipecapacity; capacities and clogging of inlets from the text of a Chinese road drainage code, read in a copy.</source>
        <translation type="unfinished"></translation>
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
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Lines: storm drains, with the levels of their bottoms and sizes.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Optional polygons: zones as drainagezones writes them, at any LEVEL, with the fields outlet_id, outlet_t, area_m2 and low_z. Zones at level inlet need INLETS too.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Level of the receiving water: a number in m, the same for all, or the name of a field of OUTFALLS; in the datum of the pipes' levels.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Optional points: inlets, to tell which pipe a zone of level inlet drains to.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Optional elevation model, for the ground over nodes whose level no field gives. On a north-up grid in a projected CRS; elevations in metres, feet are converted where the CRS or the band says so. Without it the layers are worked in the CRS of PIPES, which must not be in degrees.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Optional drainage modulus: pump rate for each km2 that is cut off, m3/s per km2.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Optional depth of runoff that is to be pumped, mm, if no MODULUS is given: the modulus is then RUNOFF / (3.6 REMOVAL_TIME).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Time within which RUNOFF is pumped, evenly, h; default 24 (own choice: one day, as in the countryside; towns need less).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Advanced. Field of MANHOLES with the level of the ground, m. Left empty, a field of a usual name such as rim_elev is taken if there is one; where it has no value, the DEM's.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Outfalls, points. Fields: outfall_id (id); invert (bottom of the lowest pipe that ends there, m); crown (top of the highest, m); water_z (receiving level, m); state (free, submerged or reverse; empty where the level or that of the pipes is not known); pump_m3s (pump rate of its zones that are cut off, m3/s; empty without ZONES or a modulus); zones (zones cut off, count); cutoff_m2 (their area, m2); flooded (manholes flooded back, count).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nodes whose ground the receiving water would flood, points. Fields: node_id (id); ground_z (ground, m); water_z (receiving level, m); over_m (water_z - ground_z, m); outfall_id (outfall through which the water comes).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The zones cut off, polygons. Made only if asked for. Fields: zone_id (id); outfall_id (outfall that it drains to); area_m2 (m2); low_z (lowest ground, m); water_z (receiving level, m); pump_m3s (pump rate, m3/s).</source>
        <translation type="unfinished"></translation>
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
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The receiving water stands before every outfall at RECEIVING_LEVEL. An outfall is free while the level does not exceed the crown of the pipes that end there (their bottom, where no size is known), submerged above it, and in reverse where the water would stand on the ground somewhere in its system (the ground at the outfall itself does not count).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>From each outfall the water is followed up the pipes as a level surface, along main and side branches, as long as it stands above the bottom of the pipe at both ends. Manholes on this way whose ground lies below the level are flooded back. There are no flaps: where one is fitted, read reverse as the place that needs it. Levels of pipes that are not known do not hold water back.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A zone is cut off if its lowest ground does not lie above the level at the outfall that its water reaches along the main branches, the same as drain_mode low of drainagezones. It needs a pump: MODULUS times its area, or RUNOFF removed evenly within REMOVAL_TIME.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Outfalls in state free.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Outfalls in state submerged.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Outfalls in state reverse.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Manholes and other nodes that are flooded back.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Area of the zones that are cut off, m2.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pump rate of all of them, m3/s; 0 without a modulus.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A level surface without flow: losses of head in pipes that run full at the same time are not counted, so water may stand higher in the streets than the level. Flaps, gates and pumps in the network are not known. The pump rate is the mean over the time, without storage: a peak needs more, or a basin.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Comparison of levels; the modulus is the average-removal form q = R / (86.4 T) with T in days, used in Chinese drainage practice (symbols and units read in a copy, form by arithmetic: 1 mm on 1 km2 is 1000 m3).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Runoff (mm, raster; replaces the three above)</source>
        <translation>径流深（mm，栅格；代替以上三项）</translation>
    </message>
    <message>
        <source>Inundation depth (m)</source>
        <translation>积水深度（m）</translation>
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
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Share of the rain left after LOSS that runs off, 0 to 1; default 1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Depth taken off the rain first, mm, 0 or more; default 0.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Optional raster on the DEM's grid: runoff of each cell, mm, not negative; cells without data count as 0. It replaces RAIN, RUNOFF_COEFFICIENT and LOSS.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Optional points, lines or polygons where water leaves the surface, without any limit of capacity. Every cell that a feature touches is a sink. Inlets given here swallow all water that reaches them.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Depth of standing water, m, 0 = dry (GeoTIFF).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Water level, m; no data where dry (GeoTIFF). Made only if asked for.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ponds, polygons. Fields: pond_id (number); level_m (water level, m); depth_m (greatest depth, m); mean_m (mean depth, m); area_m2 (m2); vol_m3 (m3); full (1 = stands at its spill level, 0 = not); flows_to (pond_id that takes its spill, 0 = outside, or no spill); spill_m3 (water that left it over its saddle, that from ponds above counted, m3). Made only if asked for.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Advanced. If yes, no water leaves at the DEM's edge or beside cells without data, and such cells are treated like any other. Default no. All water then stays on the DEM.</source>
        <translation type="unfinished"></translation>
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
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Rain on a cell runs down by D8 to the pit of its depression, or outside. A depression fills level. What does not fit spills over its lowest saddle into the neighbour there; two neighbours that are both full merge and rise as one; from an outermost depression water leaves. The result does not depend on any order of working.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Every pond is level; no water stands above the filled DEM; more rain never gives less depth; a very large rain gives the filled DEM. Standing water plus outflow equals the rain: BALANCE_ERROR is the check.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Runoff = RUNOFF_COEFFICIENT x max(RAIN - LOSS, 0), the same on every cell, or the RUNOFF raster.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Water that runs off, m3.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Water that stays standing, m3: the sum of OUTPUT.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Water that left the DEM, m3.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>(STORED_M3 + OUTFLOW_M3 - RAIN_M3) / RAIN_M3, a fraction, signed; 0 without rain.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Static: the state after all water has come to rest, without time, velocity, infiltration on the way or pipes. Depths are an upper bound where a drainage network works; water in motion on slopes and streets is not shown. Cells at the DEM's edge and beside cells without data stay dry, unless CLOSED_EDGE is set.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Fill-spill-merge: Barnes, Callaghan and Wickert (2021), doi 10.5194/esurf-9-105-2021, on the basin graph of Cordonnier, Bovy and Braun (2019), doi 10.5194/esurf-7-549-2019.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Depth to be exceeded (m)</source>
        <translation>需超过的水深（m）</translation>
    </message>
    <message>
        <source>Greatest rain to look at (mm)</source>
        <translation>计算的最大降雨量（mm）</translation>
    </message>
    <message>
        <source>Rain to flood (mm)</source>
        <translation>致涝雨量（mm）</translation>
    </message>
    <message>
        <source>Area that floods up to the greatest rain (m2)</source>
        <translation>最大降雨量以内会积水的面积（m2）</translation>
    </message>
    <message>
        <source>Depth that must be exceeded, m, 0 or more; default 0: any standing water. 0.15 asks for the rain that stops traffic in a lane.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Greatest rain to look at, mm; default 500. Cells that it does not flood have no data.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Uniform rain, mm, at which the depth in the cell first exceeds MIN_DEPTH; no data where it does not up to MAX_RAIN (GeoTIFF).</source>
        <translation type="unfinished"></translation>
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
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The result is one raster of rain depths: where it is below R, an inundation run with the rain R gives a depth above MIN_DEPTH. A slider over rain thus becomes a mere threshold on this raster.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The filling of all nested depressions is followed event by event under a uniform rain, the spill of full neighbours counted; no rain is tried out, so the figures are exact.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Rain = LOSS + runoff / RUNOFF_COEFFICIENT.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Area of the cells with a value, m2.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Static, like inundation: uniform rain, without time, velocity, infiltration on the way or pipes. Cells at the DEM's edge and beside cells without data never flood, unless CLOSED_EDGE is set.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Event-driven fill-spill-merge on the hierarchy of depressions; the outcome is that of Barnes, Callaghan and Wickert (2021), doi 10.5194/esurf-9-105-2021, for every rain at once.</source>
        <translation type="unfinished"></translation>
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
        <source>Time to go on after the rain (min)</source>
        <translation>雨后继续计算的时间（min）</translation>
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
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Share of the rain that runs off, 0 to 1: a number, or a raster (layer or file) on the DEM's grid. Default 1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Rate at which the ground takes water, mm/h, 0 or more: a number, or a raster on the DEM's grid. Dry ground takes at most the rain that falls on it; under standing water it takes the full rate. Default 0.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Optional points: inlets. Each takes water that runs past it down the slope and, once a pond covers it, from the pond. Inlets off the DEM are left out, named and counted; the log also counts those that took no water, often because the flow passes in the next cell.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What an inlet takes at most when clean: one number, L/s, or a field of INLETS; default 20, a grate inlet (text of a Chinese road drainage code, read in a copy). Inlets without a value in the field are taken at 20 and named.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Optional lines. What the inlets above a pipe take together is at most its full-flow capacity (Manning, from size, shape and the levels of its ends; a lasting shortage is shared in proportion to what each inlet would take). Pipes whose size, levels or shape are not known limit nothing and are named, as are pressure mains; those that rise are taken at a slope of 0.0005. An inlet at no pipe is limited by its own capacity only and is named.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Optional: level of the receiving water, m, in the DEM's datum, one number for all or a field of OUTFALLS (an outfall without a level in it has no receiving water and is named). An inlet whose ground lies at or below it takes nothing. An outfall whose crown it covers is slowed to the square root of the head that is left, from the mean ground of its inlets.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Optional points: pumps. Each takes its rate from the pond it stands in, and from what runs to it; it takes nothing while its ground is dry, and the log names it if that was always so. Pumps off the DEM or without a rate above 0 are left out and named.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Depth whose duration is wanted, m; default 0.15.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How long to go on after the rain, min; default 360.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Longest time step, s, above 0; default 60. Ponds are followed exactly between the moments at which one fills, empties, or drowns an inlet; the step says how often the wet areas that infiltrate and the load of the pipes are looked at, and is the step of OUTPUT_SERIES.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Advanced. Field of PUMPS with the rate, m3/h. If empty, a usual name such as rate is taken, and the log says so.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Advanced. Manning's n of the pipes; default 0.013 (concrete and clay pipes 0.013 to 0.014, plastic 0.009 to 0.010, in a table read in a copy).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Greatest depth of standing water in the event, m, 0 = dry (GeoTIFF).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How long the depth exceeds THRESHOLD, min, 0 = never (GeoTIFF).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>When the depth first exceeds THRESHOLD, min from the start of the table; no data where it never does (GeoTIFF). Made only if asked for.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ponds at their greatest extent, polygons. Fields: pond_id (number); level_m (greatest water level, m); depth_m (greatest depth, m); mean_m (mean depth then, m); area_m2 (m2); vol_m3 (m3); full (1 = reached its spill level, 0 = not); flows_to (pond_id that takes its spill, 0 = outside, or no spill); spill_m3 (water that left it over its saddle, m3); peak_min (when the level was greatest, min); wet_min (for how long it stood deeper than THRESHOLD where it did longest, min); drain_min (from the end of the rain until it nowhere stands deeper than THRESHOLD, min; 0 = not at the end of the rain, -1 = not within AFTER); inlet_m3 (taken from the standing water by inlets, m3); infil_m3 (by the ground below, m3); pump_m3 (by pumps, m3).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The ledger of water, a row per step. Fields: t_min (end of the step, min); rain_m3 (rain times runoff coefficient in the step, m3); infil_m3 (infiltrated in the step, m3); inlet_m3 (taken by inlets, m3); pump_m3 (pumped, m3); out_m3 (left the DEM, m3); stored_m3 (standing at its end, m3). Made only if asked for.</source>
        <translation type="unfinished"></translation>
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
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The event runs over the graph of nested depressions and inlets, not over cells: ponds fill, spill, merge, drain and fall apart again. Between two events (a pond is full or empty, an inlet is drowned or bare) all flows are constant, so each pond is followed exactly, and water is conserved in every step.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Rain runs off by the runoff coefficient, less what the ground takes. On its way down it passes inlets, each of which takes up to its capacity; what is left comes to a pond. Ponds lose water to the inlets that they cover, to the ground below and to pumps; what pipes and the receiving water leave to the inlets is shared among them.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Without inlets, infiltration and pumps the last depths are those of Inundation for the same rain.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Rain times runoff coefficient, m3.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Taken by inlets, from slopes and ponds, m3.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Infiltrated, on dry ground and under water, m3.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Taken by pumps, m3.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Left the DEM at its edge or at SINKS, m3.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Standing when the event ends, m3.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>(infiltrated + inlets + pumped + outflow + stored - rain) / rain, a fraction, signed; 0 without rain.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Water reaches its pond at the moment it falls: the time it takes overland and in pipes is neglected, so that ponds fill somewhat early. Pipes are full or not; water does not come back out of manholes, and inlets that lie below the receiving level take nothing but give nothing either. Depths are level within a pond; water in motion on slopes and streets is not shown.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Fill-spill-merge in time on the graph of nested depressions, after Barnes, Callaghan and Wickert (2021), doi 10.5194/esurf-9-105-2021; full pipes by Manning; head of full pipes by Darcy and Weisbach.</source>
        <translation type="unfinished"></translation>
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
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Depth that a cell must exceed, m, 0 or more; default 0.15 (the lowest limit of the scheme road_depth: practice, unverified).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Wet areas smaller than this are left out, m2, 0 or more; default 10 (own choice).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Optional points where ponding was seen 易涝点, in any CRS; of multi-points each part counts. Points off the raster, or on cells without data, and features without geometry are named and not compared. Ids come from a field of a usual name (docs/fields.md), else they are the feature ids.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Greatest distance between a recorded point and the nearest cell of a wet area that it matches, m, 0 or more; default 50 (own choice).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ponding points 积水点, at the centre of the deepest cell, in the order of their ranks. Fields: depth_m (greatest depth, m); area_m2 (area deeper than MIN_DEPTH, m2); vol_m3 (all water on that area, m3); rank (by volume, 1 = largest; of equal ones the deeper); recorded (ids of the recorded points that match, the nearest first, empty if none does); dist_m (distance of the nearest of them to the area, m, empty if none does).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The recorded points with all their own fields, in the CRS of DEPTH. A field hit or dist_m of theirs is replaced. Fields: hit (1 = hit, 0 = missed, empty = not compared); dist_m (distance to the nearest wet area, m, also of a miss). Made only if asked for.</source>
        <translation type="unfinished"></translation>
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
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cells deeper than MIN_DEPTH that touch, also at corners, are one wet area; each of at least MIN_AREA gets a point at its deepest cell. Rank 1 has the largest volume.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>With RECORDED, a recorded point is a hit where a wet area lies within MATCH_DISTANCE, measured to the area's nearest cell, 0 inside it, and not to its deepest cell. Else it is a miss. A wet area without any recorded point within that distance is a false alarm. One recorded point may match several areas, and an area several points.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A false alarm need not be an error: lists of recorded places are seldom complete, and what pipes carry off is not in a static depth.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Number of ponding points.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Recorded points that were hit.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Recorded points that were missed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ponding points that no recorded point matches; 0 without RECORDED.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Recorded points off the raster or on cells without data, and features without geometry.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Comparing asks only whether water stands near, not whether its depth is right. The larger MATCH_DISTANCE and the wetter the map, the more hits come by chance: look at FALSE_ALARMS too.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Wet areas are 8-connected patches. Hit, miss and false alarm as in the contingency table of forecast verification (Wilks 2011, Statistical Methods in the Atmospheric Sciences), with a neighbourhood of MATCH_DISTANCE.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Error of the DEM, RMSE (m)</source>
        <translation>DEM 误差，均方根误差（m）</translation>
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
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Correlation length of the error, m, 0 or more; default 20.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Number of runs, 1 or more; default 100. The standard error of a probability p is sqrt(p (1 - p) / RUNS).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Seed of the random numbers, a whole number, 0 or more; default 1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Depth to be exceeded, m, 0 or more; default 0.15.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Probability, 0 to 1, that the depth exceeds MIN_DEPTH (GeoTIFF).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Mean depth over all runs, m (GeoTIFF). Made only if asked for.</source>
        <translation type="unfinished"></translation>
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
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>An elevation model is never exact, and a few centimetres decide whether a street holds water. Each run adds a likely field of errors to the DEM and lets the rain fill, spill and merge; the share of runs in which the depth exceeds MIN_DEPTH is the probability.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The errors are normal with the standard deviation RMSE. The correlation of two errors is exp(-(distance / RANGE)^2): errors of a lidar DEM are alike over some tens of metres. With RANGE 0 they are independent from cell to cell.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The same SEED gives the same result. With RMSE 0 the result is 0 or 1 and agrees with inundation.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Area with a probability of at least one half, m2.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Only the error of elevations is looked at, not that of rain, losses or drains. The defaults of RMSE and RANGE are assumptions, not taken from a standard: use those of your own survey. Two runs work at once, each with the memory of an inundation run.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Monte Carlo as in Lindsay and Creed (2005), doi 10.1002/hyp.5781, who asked it of depressions, with fill-spill-merge of a rain in every run.</source>
        <translation type="unfinished"></translation>
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
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Raster of duration, min, on the grid of DEPTH, such as OUTPUT_DURATION of pondingevent. Needed by schemes that use it, with a value in every wet cell; by others checked, but not used.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Raster of velocity, m/s, 0 or more, on the grid of DEPTH, out of a hydrodynamic model. Needed by schemes that use it, with a value in every wet cell; by others checked, but not used.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>road_depth (depth), depth_duration (depth, duration), uk_hazard, hazard_h1_h6 or swiss_intensity (depth, velocity).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Advanced. Optional own lower limits of blue, yellow, orange and red, m: four positive numbers, ascending. They replace SCHEME.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Patches of classed cells smaller than this are left out, m2, 0 or more; default 25 (about a car, or one cell of a 5 m DEM). A patch is what touches, also at corners, whatever its classes.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Risk class 内涝风险图 (GeoTIFF, Byte): 0 none, 1 blue, 2 yellow, 3 orange, 4 red, 255 no data.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Risk zones 灾害风险区, a polygon for each patch of one class. Fields: risk (1 to 4); risk_name (colour and grade); area_m2 (m2); max_depth (greatest depth, m). Made only if asked for.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Advanced. Optional file with a scheme of your own, which replaces SCHEME: JSON in the form of a preset, with name, source, sure, and rules or breaks (docs/outputs.md). Classes that overlap, are missing or leave a gap are refused with their line.</source>
        <translation type="unfinished"></translation>
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
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The four colours are 1 blue 低, 2 yellow 一般, 3 orange 较大, 4 red 重大. A scheme says from which depth, duration or velocity on a wet cell belongs to which; a dry cell belongs to none. A value equal to a limit belongs to the higher class, unless the scheme's source says otherwise.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The scheme road_depth has the limits 0.15, 0.27, 0.40 and 0.60 m. They are practice, not a standard: 0.27 m is the depth at which Beijing's police close a road, taken second-hand from a newspaper; the other three are unverified. Give local limits in CLASSES where there are any.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>depth_duration raises these classes by one where water stands for more than 30 min and by two above 180 min; it needs DURATION. uk_hazard, hazard_h1_h6 and swiss_intensity weigh depth and velocity and need VELOCITY. None is a national standard of China, and their limits are second-hand or weak: what each consists of, its source and how sure it is stands in docs/outputs.md and in resources/presets/schemes.json.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A scheme that needs a raster is refused without it. The log, the tags of the raster and the map sheet say which rasters were used, with the scheme, its source and its reliability. The rain that DEPTH was computed for is taken over from its tags, so that mapsheet can print it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Blue area, m2.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Yellow area, m2.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Orange area, m2.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Red area, m2.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What stands in the water is not weighed, and duration and velocity only by schemes that use them. No national standard for these classes is claimed. A depth of pondingevent is the greatest, its duration is that above a threshold: the two need not come at the same time, and neither need the greatest velocity.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Class limits as given by the scheme (resources/presets/schemes.json, each with its source). Depth x velocity and the hazard rating d (v + 0.5) + DF are rounded to a millionth before they are compared. Patches are 8-connected; risk zones are 4-connected.</source>
        <translation type="unfinished"></translation>
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
        <source>Risk raster, the output of riskmap or assess. Either this or DEPTH must be given, not both.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Lowest class that is enclosed, with RISK: blue 低, yellow 一般, orange 较大 (default) or red 重大.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Raster of water depth, m, such as the output of inundation, instead of RISK. North-up.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Least depth that is enclosed, with DEPTH, m, 0 or more; default 0.15. A depth equal to it is enclosed; a dry cell never is.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Patches smaller than this are left out, m2, 0 or more; default 100 (own choice). A patch is what touches, also at corners.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Holes of up to this area are closed, m2, 0 or more; default 100 (own choice). A hole is ground outside, or without data, that the cells surround; ground that reaches the raster's edge is none.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How far the line may lie from the outline of the cells, m, 0 or more; default 5 (own choice). One to three cells give a calm line. 0: no smoothing.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Enclosed areas. Fields: line_id (number of the line, from 1); criterion (what is enclosed); area_m2 (area of the polygon, m2); length_m (length of its outline with the rims of its holes, m); source (file and, where its tags tell it, rain).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Control line 洪涝风险控制线, a multi-line for each polygon: its outer line and the rims of its holes. Fields: line_id (that of the polygon); criterion (what is enclosed); area_m2 (area enclosed, m2); length_m (length of the line, m); source (file and, where its tags tell it, rain). Can be skipped.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Flood risk control line</source>
        <translation>洪涝风险控制线</translation>
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
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>All cells of CLASS or a higher class lie within the line, or with DEPTH all cells of MIN_DEPTH or more, except specks smaller than MIN_AREA. Holes of up to CLOSE_HOLES are closed first, so a speck is measured with its closed holes.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>SMOOTH fills the steps of the cells: the cells are widened by this distance and narrowed by as much. The line then lies nowhere further than SMOOTH from the outline of the cells and never inside them. So no wet cell is cut off; the outer corners of the cells stay; and areas that are closer to each other than twice SMOOTH may grow together. Polygons are valid and do not overlap. With 0 the line follows the cells, and the areas are exactly those of the raster.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The line is a draft for planners out of a screening: what is legally binding is for them to decide.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Area of all polygons, m2.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Length of all lines, m.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Number of polygons.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The line is as good as the raster: it is no survey, and is not fitted to plots, roads or banks. Where cells reach the raster's edge the line runs along that edge. A hole that smoothing makes smaller than CLOSE_HOLES is closed too. On rough ground with very many small patches, smoothing takes long: leave out more with MIN_AREA.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Patches 8-connected, holes 4-connected. Smoothing is a morphological closing (Serra 1982, Image Analysis and Mathematical Morphology) with a circle of 32 segments, united with the cells.</source>
        <translation type="unfinished"></translation>
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
        <source>Raster of the rain that floods each cell, mm, the output of raintoflood. North-up, in a projected CRS.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Polygons such as the zones of drainagezones; they may lie upon each other. Reprojected if in another CRS. Zones none of which covers a cell of the raster are refused.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Flooded area from which a zone no longer copes, m2, 0 or more; default 50 (own choice: two lanes of a street over the length of two cars). Rounded up to whole cells, at least one.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A1 of the storm formula q = 167 A1 (1 + C lg P) / (t + b)^n, with q in L/s per ha. Where a place publishes A = 167 A1, this is A / 167. No city is taken as default.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>C of the storm formula, above 0.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Duration t in which the rain falls, min, above 0. Needed with the formula, without a default.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The zones, polygons in the CRS of the raster, with all their fields and more. Fields: cope_mm (greatest uniform rain at which less than WET_AREA of the zone is flooded, mm; empty where there is none); cope_years (return period of this rain in DURATION, years; empty without a storm formula); cope_note (why cope_mm is empty: more than the greatest rain of the raster, off the raster, smaller than WET_AREA, no geometry).</source>
        <translation type="unfinished"></translation>
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
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A zone copes with a rain as long as less than WET_AREA of it is flooded. cope_mm is the greatest uniform rain of which this holds, read from the raster of raintoflood: the cells of the zone are ordered by the rain that floods them, and the one that brings the flooded area to WET_AREA sets the figure. No rain is tried out, so it is exact for this raster.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What counts as flooded is set where the raster is made: MIN_DEPTH of raintoflood, for instance 0.15 m, and what its runoff coefficient and loss stand for. WET_AREA 0 asks for the rain at which the first cell floods.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>With a storm formula the return period of this rain in DURATION is worked back from it. A short duration asks more of the surface, a long one lets inlets and soil work, which the raster knows only as loss and runoff coefficient.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Number of zones with a cope_mm.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Number of zones that the greatest rain of the raster does not flood by WET_AREA.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Least cope_mm of all zones, mm; where none has one, the greatest rain of the raster.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>As static as raintoflood: the rain is uniform and has no time, and pipes count only as far as loss and runoff coefficient stand for them. Without a loss all rain of a catchment runs into its hollow at once, so zones with deep hollows, such as underpasses, come out with a few mm: set LOSS of raintoflood to what inlets and pipes carry off in DURATION, or read the figures against each other. The storm formula is made for about 1 to 100 years: read cope_years below 1 as several times a year, and far above 100 as more than 100. A zone that is all slope may cope with any rain while its streets carry water.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The k-th smallest value of the cells whose centres the zone covers, k being WET_AREA in cells. Return period P = 10^((q (t + b)^n / (167 A1) - 1) / C) with the intensity q of cope_mm in DURATION.</source>
        <translation type="unfinished"></translation>
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
        <source>Risk raster, the output of riskmap or assess.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Optional further layers, drawn in the styles that they have in QGIS, in the order points, lines, risk, polygons, terrain. A conditioned or filled DEM styled by Rainshed becomes a light hillshade.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Title of the sheet.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Optional scale denominator, 1 or more: 10000 for 1:10 000, kept exactly. Empty: the largest round scale that shows the whole raster.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A4 (default) or A3.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>en (default) or zh (中文).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Map sheet: PDF (vectors) or PNG (200 dpi), as the file's name ends.</source>
        <translation type="unfinished"></translation>
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
        <source>Lays out a risk map as a finished sheet for print.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The sheet holds the map with a coordinate grid, a legend with units, scale bar, north arrow, the rain and runoff, the areas of the four classes, the scheme with its limits, source and reliability, the DEM's name and cell size, the CRS, date and software, and the words "Screening only".</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What it says of rain, scheme and DEM is read from the tags of RISK, which riskmap and assess write; what a raster does not carry is printed as "not recorded".</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The page lies or stands, whichever shows the area larger. Text that does not fit is set smaller, never cut off.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Of a raster that other software made, only the classes 1 to 4 are understood. On the date line stands the day of printing, not that of the DEM. qgis_process opens LAYERS without their styles, so that terrain would cover the map: give LAYERS from the QGIS window, or take the sheet of assess. A sheet with a given SCALE shows the middle of the raster if it is larger than the page.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>QGIS print layout in a project of its own; the open project is not touched.</source>
        <translation type="unfinished"></translation>
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
        <translation>流出范围或汇点</translation>
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
        <translation>无排水出路：流出范围</translation>
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
