<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en_GB">
    <context>
        <name>AssignPreview</name>
        <message numerus="yes">
            <source>Adopts %n passing(s)</source>
            <translation>
                <numerusform>Adopts %n passing</numerusform>
                <numerusform>Adopts %n passings</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>DevicePane</name>
        <message numerus="yes">
            <source>%n lost</source>
            <comment>passings</comment>
            <translation>
                <numerusform>%n lost</numerusform>
                <numerusform>%n lost</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>and %n more</source>
            <comment>ranges</comment>
            <translation>
                <numerusform>and %n more</numerusform>
                <numerusform>and %n more</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>DevicesPage</name>
        <message numerus="yes">
            <source>%n source(s)</source>
            <translation>
                <numerusform>%n source</numerusform>
                <numerusform>%n sources</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>Formats</name>
        <message numerus="yes">
            <source>%n lap(s)</source>
            <comment>gap</comment>
            <translation>
                <numerusform>%n lap</numerusform>
                <numerusform>%n laps</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>FoundList</name>
        <message numerus="yes">
            <source>%n found</source>
            <translation>
                <numerusform>%n found</numerusform>
                <numerusform>%n found</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>GridPane</name>
        <message numerus="yes">
            <source>%n row(s) of 2</source>
            <translation>
                <numerusform>%n row of 2</numerusform>
                <numerusform>%n rows of 2</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>LapDelegate</name>
        <message numerus="yes">
            <source>%n lap(s)?</source>
            <comment>a lap too long</comment>
            <translation>
                <numerusform>%n lap?</numerusform>
                <numerusform>%n laps?</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>LapsPanel</name>
        <message numerus="yes">
            <source>%n lap(s)</source>
            <translation>
                <numerusform>%n lap</numerusform>
                <numerusform>%n laps</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>LearnBar</name>
        <message numerus="yes">
            <source>Import %n kart(s)</source>
            <translation>
                <numerusform>Import %n kart</numerusform>
                <numerusform>Import %n karts</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>PlaceBar</name>
        <message numerus="yes">
            <source>%1 · %n free</source>
            <translation>
                <numerusform>%1 · %n free</numerusform>
                <numerusform>%1 · %n free</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>PlacesPane</name>
        <message numerus="yes">
            <source>%n found in %1</source>
            <translation>
                <numerusform>%n found in %1</numerusform>
                <numerusform>%n found in %1</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n found in %1, and time was over before all was looked at</source>
            <translation>
                <numerusform>%n found in %1, and time was over before all was looked at</numerusform>
                <numerusform>%n found in %1, and time was over before all was looked at</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>PlanDelegate</name>
        <message numerus="yes">
            <source>%n free</source>
            <translation>
                <numerusform>%n free</numerusform>
                <numerusform>%n free</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>PlanEditor</name>
        <message numerus="yes">
            <source>%n taken already</source>
            <translation>
                <numerusform>%n taken already</numerusform>
                <numerusform>%n taken already</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>PlanPane</name>
        <message numerus="yes">
            <source>%n past session(s) since %1</source>
            <translation>
                <numerusform>%n past session since %1</numerusform>
                <numerusform>%n past sessions since %1</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>ProbeHeard</name>
        <message numerus="yes">
            <source>%n status(es)</source>
            <translation>
                <numerusform>%n status</numerusform>
                <numerusform>%n statuses</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n passing(s)</source>
            <translation>
                <numerusform>%n passing</numerusform>
                <numerusform>%n passings</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n wrong sum(s)</source>
            <translation>
                <numerusform>%n wrong sum</numerusform>
                <numerusform>%n wrong sums</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n byte(s), of no protocol that is known. With protocol=raw they are recorded.</source>
            <translation>
                <numerusform>%n byte, of no protocol that is known. With protocol=raw it is recorded.</numerusform>
                <numerusform>%n bytes, of no protocol that is known. With protocol=raw they are recorded.</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>RuleWords</name>
        <message numerus="yes">
            <source>%n lap(s)</source>
            <translation>
                <numerusform>%n lap</numerusform>
                <numerusform>%n laps</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n lap(s) more</source>
            <translation>
                <numerusform>%n lap more</numerusform>
                <numerusform>%n laps more</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>SessionHead</name>
        <message numerus="yes">
            <source>%n kart(s)</source>
            <translation>
                <numerusform>%n kart</numerusform>
                <numerusform>%n karts</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>SetupBar</name>
        <message numerus="yes">
            <source>%n entrant(s)</source>
            <translation>
                <numerusform>%n entrant</numerusform>
                <numerusform>%n entrants</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n without a kart</source>
            <translation>
                <numerusform>%n without a kart</numerusform>
                <numerusform>%n without a kart</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n without a tag</source>
            <translation>
                <numerusform>%n without a tag</numerusform>
                <numerusform>%n without a tag</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%1 · planned %2 · %n seat(s)</source>
            <translation>
                <numerusform>%1 · planned %2 · %n seat</numerusform>
                <numerusform>%1 · planned %2 · %n seats</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>SetupWarnings</name>
        <message numerus="yes">
            <source>%n kart(s) would not be timed: no tag</source>
            <translation>
                <numerusform>%n kart would not be timed: no tag</numerusform>
                <numerusform>%n karts would not be timed: no tag</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>TagsPane</name>
        <message numerus="yes">
            <source>%n heard, weakest first</source>
            <comment>tags</comment>
            <translation>
                <numerusform>%n heard</numerusform>
                <numerusform>%n heard, weakest first</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>TopBar</name>
        <message numerus="yes">
            <source>lap(s)</source>
            <translation>
                <numerusform>lap</numerusform>
                <numerusform>laps</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>UnclaimedRow</name>
        <message numerus="yes">
            <source>%n passing(s) since %1</source>
            <translation>
                <numerusform>%n passing since %1</numerusform>
                <numerusform>%n passings since %1</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>Words</name>
        <message numerus="yes">
            <source>%1: %n passing(s) lost</source>
            <translation>
                <numerusform>%1: %n passing lost</numerusform>
                <numerusform>%1: %n passings lost</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n lap(s)</source>
            <translation>
                <numerusform>%n lap</numerusform>
                <numerusform>%n laps</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n kart(s) do not confirm the stop</source>
            <translation>
                <numerusform>%n kart does not confirm the stop</numerusform>
                <numerusform>%n karts do not confirm the stop</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>StopButton</name>
        <message numerus="yes">
            <source>%n kart(s) stand</source>
            <translation>
                <numerusform>%n kart stands</numerusform>
                <numerusform>%n karts stand</numerusform>
            </translation>
        </message>
    </context>
</TS>
