<!DOCTYPE qgis PUBLIC 'http://mrcc.com/qgis.dtd' 'SYSTEM'>
<!-- rainshed style -->
<qgis labelsEnabled="0" version="3.22.16-Białowieża" styleCategories="Symbology|Labeling|Fields|CustomProperties|Legend">
  <renderer-v2 type="singleSymbol" referencescale="-1" enableorderby="0" forceraster="0" symbollevels="0">
    <symbols>
      <symbol type="fill" force_rhr="0" clip_to_extent="1" alpha="1" name="0">
        <data_defined_properties>
          <Option type="Map">
            <Option type="QString" name="name" value=""/>
            <Option name="properties"/>
            <Option type="QString" name="type" value="collection"/>
          </Option>
        </data_defined_properties>
        <layer class="SimpleFill" enabled="1" locked="0" pass="0">
          <Option type="Map">
            <Option type="QString" name="border_width_map_unit_scale" value="3x:0,0,0,0,0,0"/>
            <Option type="QString" name="color" value="31,111,181,45"/>
            <Option type="QString" name="joinstyle" value="round"/>
            <Option type="QString" name="offset" value="0,0"/>
            <Option type="QString" name="offset_map_unit_scale" value="3x:0,0,0,0,0,0"/>
            <Option type="QString" name="offset_unit" value="MM"/>
            <Option type="QString" name="outline_color" value="31,111,181,255"/>
            <Option type="QString" name="outline_style" value="solid"/>
            <Option type="QString" name="outline_width" value="0.4"/>
            <Option type="QString" name="outline_width_unit" value="MM"/>
            <Option type="QString" name="style" value="solid"/>
          </Option>
          <prop k="border_width_map_unit_scale" v="3x:0,0,0,0,0,0"/>
          <prop k="color" v="31,111,181,45"/>
          <prop k="joinstyle" v="round"/>
          <prop k="offset" v="0,0"/>
          <prop k="offset_map_unit_scale" v="3x:0,0,0,0,0,0"/>
          <prop k="offset_unit" v="MM"/>
          <prop k="outline_color" v="31,111,181,255"/>
          <prop k="outline_style" v="solid"/>
          <prop k="outline_width" v="0.4"/>
          <prop k="outline_width_unit" v="MM"/>
          <prop k="style" v="solid"/>
          <data_defined_properties>
            <Option type="Map">
              <Option type="QString" name="name" value=""/>
              <Option name="properties"/>
              <Option type="QString" name="type" value="collection"/>
            </Option>
          </data_defined_properties>
        </layer>
      </symbol>
    </symbols>
    <rotation/>
    <sizescale/>
  </renderer-v2>
  <customproperties>
    <Option type="Map">
      <Option type="QString" name="rainshed/style" value="upstream"/>
    </Option>
  </customproperties>
  <blendMode>0</blendMode>
  <featureBlendMode>0</featureBlendMode>
  <legend type="default-vector" showLabelLegend="0"/>
  <fieldConfiguration>
    <field name="point_id" configurationFlags="None"/>
    <field name="area_m2" configurationFlags="None"/>
    <field name="snap_m" configurationFlags="None"/>
    <field name="slope" configurationFlags="None"/>
    <field name="storage_m3" configurationFlags="None"/>
  </fieldConfiguration>
  <aliases>
    <alias name="Point" field="point_id" index="0"/>
    <alias name="Area (m²)" field="area_m2" index="1"/>
    <alias name="Moved by (m)" field="snap_m" index="2"/>
    <alias name="Mean slope (m/m)" field="slope" index="3"/>
    <alias name="Storage of its depressions (m³)" field="storage_m3" index="4"/>
  </aliases>
  <defaults>
    <default expression="" field="point_id" applyOnUpdate="0"/>
    <default expression="" field="area_m2" applyOnUpdate="0"/>
    <default expression="" field="snap_m" applyOnUpdate="0"/>
    <default expression="" field="slope" applyOnUpdate="0"/>
    <default expression="" field="storage_m3" applyOnUpdate="0"/>
  </defaults>
  <constraints>
    <constraint unique_strength="0" exp_strength="0" field="point_id" notnull_strength="0" constraints="0"/>
    <constraint unique_strength="0" exp_strength="0" field="area_m2" notnull_strength="0" constraints="0"/>
    <constraint unique_strength="0" exp_strength="0" field="snap_m" notnull_strength="0" constraints="0"/>
    <constraint unique_strength="0" exp_strength="0" field="slope" notnull_strength="0" constraints="0"/>
    <constraint unique_strength="0" exp_strength="0" field="storage_m3" notnull_strength="0" constraints="0"/>
  </constraints>
  <constraintExpressions>
    <constraint desc="" field="point_id" exp=""/>
    <constraint desc="" field="area_m2" exp=""/>
    <constraint desc="" field="snap_m" exp=""/>
    <constraint desc="" field="slope" exp=""/>
    <constraint desc="" field="storage_m3" exp=""/>
  </constraintExpressions>
  <expressionfields/>
  <layerGeometryType>2</layerGeometryType>
</qgis>
