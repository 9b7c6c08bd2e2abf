import { world, house } from './support/world.mjs'; import { launch, device, PHONE, signIn, deskKnown } from './support/browser.mjs';
const LINES={g3:{latency:300,down:700e3/8,up:700e3/8,cpu:6},g4:{latency:150,down:1600e3/8,up:750e3/8,cpu:4}};
const line=LINES[process.argv[2]??'g3']; const what=process.argv[3]??'visit'; const runs=Number(process.argv[4]??3); const verbose=process.argv[5];
const n = await world({empty:true}); const b = await launch(); await house(n);
const f=await device(b,n); const fp=await f.page(); await signIn(fp); await fp.goto('/fr/app/visit'); await deskKnown(fp);
const state={cookies:await f.context.cookies(),kept:await fp.evaluate(()=>({...localStorage}))};
const ready = what==='visit'?'form button[type="submit"].main':'section button:not([disabled])';
const got=[];
for(let i=0;i<runs;i++){
const d = await device(b,n,{viewport:PHONE});
if(what==='visit'){await d.context.addCookies(state.cookies);await d.context.addInitScript(k=>Object.entries(k).forEach(([a,v])=>localStorage.setItem(a,v)),state.kept);}
const p = await d.page();const c=await p.context().newCDPSession(p);
await p.addInitScript((ready)=>{const s={};window.seen=s;new PerformanceObserver(l=>l.getEntries().forEach(e=>{s[e.name]=e.startTime})).observe({type:'paint',buffered:true});s.long=[];new PerformanceObserver(l=>l.getEntries().forEach(e=>s.long.push([Math.round(e.startTime),Math.round(e.duration)]))).observe({type:'longtask',buffered:true});performance.setResourceTimingBufferSize(500);const look=()=>{if(document.querySelector(ready))s.usable??=performance.now();else requestAnimationFrame(look)};look();},ready);
await c.send('Network.enable');await c.send('Network.emulateNetworkConditions',{offline:false,latency:line.latency,downloadThroughput:line.down,uploadThroughput:line.up});await c.send('Emulation.setCPUThrottlingRate',{rate:line.cpu});
await p.goto(what==='visit'?'/fr/app/visit':'/fr/app/sign-in',{waitUntil:'commit'});
await p.waitForFunction(()=>window.seen.usable&&window.seen['first-contentful-paint'],null,{timeout:60000});
await p.waitForTimeout(500);
const r=await p.evaluate(()=>({...window.seen,res:performance.getEntriesByType('resource').map(e=>[e.name.replace(/.*8?\d{4}/,'').replace('/_app/immutable',''),Math.round(e.startTime),Math.round(e.requestStart),Math.round(e.responseEnd),e.encodedBodySize]),html:Math.round(performance.getEntriesByType('navigation')[0].responseEnd)}));
got.push([r['first-contentful-paint'],r.usable,(r.res.find(x=>x[0].includes('base.'))?.[1]??0)-r.html]);if(verbose)console.log('paint',Math.round(r['first-contentful-paint']),'usable',Math.round(r.usable),'html',r.html,'long',JSON.stringify(r.long));
if(verbose&&i===runs-1)for(const x of r.res)console.log(x.join('\t'));
await d.context.close();}
const med=k=>got.map(x=>x[k]).sort((a,b)=>a-b)[Math.floor(got.length/2)];console.log(what,process.argv[2],'MEDIAN paint',Math.round(med(0)),'usable',Math.round(med(1)));
const min=k=>Math.round(Math.min(...got.map(x=>x[k])));console.log('MIN paint',min(0),'usable',min(1),'css after html',min(2));
await b.close(); await n.stop();
